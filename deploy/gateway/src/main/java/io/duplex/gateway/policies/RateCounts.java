package io.duplex.gateway.policies;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Counts the requests of every account, in windows that begin with an account's first request. Used by one thread. Its
 * memory is bounded: of more accounts than it holds, those that were seen least are forgotten and begin anew.
 */
public final class RateCounts {
    private static final int MOST_ACCOUNTS = 50_000;
    private static final Comparator<Allowance> TIGHTEST =
            Comparator.comparing((Allowance allowance) -> !allowance.exceeded()).thenComparing(Allowance::remaining);

    private final List<Count> counts;
    private final Ticker ticker;

    private record Count(RateRule rule, Cache<String, Window> windows) {}

    private static final class Window {
        private final long begin;
        private long used;

        private Window(long begin) {
            this.begin = begin;
        }
    }

    /** @param ticker tells the nanoseconds that have passed since some moment */
    public RateCounts(List<RateRule> rules, Ticker ticker) {
        this.ticker = ticker;
        this.counts = rules.stream().map(rule -> new Count(rule, windows(rule))).toList();
    }

    private Cache<String, Window> windows(RateRule rule) {
        return Caffeine.newBuilder()
                .expireAfterWrite(rule.window())
                .maximumSize(MOST_ACCOUNTS)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    /** Counts one request by every rule that concerns its caller; tells the tightest allowance, if any rule does. */
    public Optional<Allowance> count(Caller caller) {
        return counts.stream()
                .flatMap(count -> count.rule().account(caller).map(account -> used(count, account)).stream())
                .min(TIGHTEST);
    }

    private Allowance used(Count count, String account) {
        long now = ticker.read();
        Window window = count.windows().get(digest(account), fresh -> new Window(now));
        window.used++;
        return new Allowance(
                count.rule(), window.used, count.rule().window().minus(Duration.ofNanos(now - window.begin)));
    }

    /** How many accounts it holds. */
    long accounts() {
        return counts.stream()
                .mapToLong(count -> {
                    count.windows().cleanUp();
                    return count.windows().estimatedSize();
                })
                .sum();
    }

    /** As short for the longest account as for any other. */
    private static String digest(String account) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(account.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
