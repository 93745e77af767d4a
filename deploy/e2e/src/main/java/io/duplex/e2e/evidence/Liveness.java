package io.duplex.e2e.evidence;

import io.duplex.e2e.suite.RunFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks every service process twice a second whether it lives, and notes when one does not say so. */
public final class Liveness implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int PERIOD_MILLIS = 500;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final RunFile run;
    private final Map<String, String> urls;
    private final Set<String> excused = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "liveness");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Map<String, Long> pids;

    /** Begins to ask. */
    public Liveness(RunFile run) {
        this.run = run;
        this.urls = run.names("").stream()
                .filter(name -> name.contains("-service"))
                .collect(Collectors.toMap(Function.identity(), run::url));
        this.pids = currentPids();
        var unused = clock.scheduleAtFixedRate(
                () -> urls.keySet().forEach(this::ask), 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Processes that are about to be harmed need not live until {@link #beginAnew}. */
    public void excuse(String prefix) {
        urls.keySet().stream().filter(name -> name.startsWith(prefix)).forEach(excused::add);
    }

    /** Forgets what was: from now on everybody lives, as the process that it is. */
    public void beginAnew() {
        excused.clear();
        failures.clear();
        pids = currentPids();
    }

    /** Who did not live when it should have, who does not now, and who was started again without having been harmed. */
    public List<String> failures() {
        var found = new ArrayList<>(failures);
        urls.keySet().stream()
                .filter(name -> !isLive(name).join())
                .forEach(name -> found.add(name + " does not live now"));
        currentPids().forEach((name, pid) -> {
            if (!excused.contains(name) && !pid.equals(pids.get(name))) {
                found.add(name + " was started again");
            }
        });
        return found;
    }

    /** Whether somebody did not live when it should have. */
    public boolean hasSeenFailure() {
        return !failures.isEmpty();
    }

    private void ask(String name) {
        var asked = Instant.now();
        var unused = isLive(name).thenAccept(live -> {
            if (!live && !excused.contains(name)) {
                failures.add(name + " did not say that it lives at " + asked);
            }
        });
    }

    private CompletableFuture<Boolean> isLive(String name) {
        var request = HttpRequest.newBuilder(URI.create(urls.get(name) + "/q/health/live"))
                .timeout(PATIENCE)
                .build();
        return client.sendAsync(request, BodyHandlers.discarding())
                .handle((answer, failure) -> failure == null && answer.statusCode() == 200);
    }

    private Map<String, Long> currentPids() {
        return urls.keySet().stream().collect(Collectors.toMap(Function.identity(), run::pid));
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
