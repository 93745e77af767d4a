package io.duplex.order.api;

import io.duplex.chassis.http.Problem;
import io.duplex.chassis.security.Caller;
import io.duplex.order.OrderSettings;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The streams that are open at this replica. Each holds a connection and some memory for as long as its caller likes, so
 * there may be only so many, and one caller cannot take them all.
 */
@ApplicationScoped
public class OpenStreams {
    private static final int RETRY_AFTER_SECONDS = 5;

    private final OrderSettings.Streams limits;
    private final Caller caller;
    private final Set<Place> taken = ConcurrentHashMap.newKeySet();

    OpenStreams(OrderSettings settings, Caller caller) {
        this.limits = settings.streams();
        this.caller = caller;
    }

    /**
     * The stream; 503 when there are too many already, of this caller or altogether. That is found out before the answer
     * begins; its place is taken when somebody listens, so that no place is lost with an answer that never begins.
     */
    public <T> Multi<T> admit(Multi<T> stream) {
        var place = new Place(caller.subject());
        requireRoomFor(place);
        return Multi.createFrom().deferred(() -> {
            taken.add(place);
            return stream.onTermination().invoke(() -> taken.remove(place));
        });
    }

    private void requireRoomFor(Place place) {
        if (taken.size() >= limits.most()) {
            throw refusal("Too many streams are open right now.");
        }
        if (taken.stream().filter(place::isOfTheSame).count() >= limits.mostPerCaller()) {
            throw refusal("You have too many streams open.");
        }
    }

    private static Problem refusal(String why) {
        return Problem.unavailable(why, RETRY_AFTER_SECONDS);
    }

    /** One stream's; no two are equal, whoever they are of. */
    private static final class Place {
        private final String caller;

        Place(String caller) {
            this.caller = caller;
        }

        boolean isOfTheSame(Place other) {
            return caller.equals(other.caller);
        }
    }
}
