package io.duplex.notification;

import io.duplex.chassis.http.Problem;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads notifications. */
@ApplicationScoped
public class FindNotifications implements PanacheRepositoryBase<Notification, UUID> {
    /**
     * Which notifications are asked for; null means any.
     *
     * @param after the last notification of the page before
     */
    public record Filter(
            @Nullable String customerId,
            @Nullable UUID orderId,
            @Nullable Channel channel,
            @Nullable NotificationStatus status,
            @Nullable UUID after) {

        /** What is given, by the name of its field. */
        private Map<String, Object> given() {
            var given = new LinkedHashMap<String, @Nullable Object>();
            given.put("customerId", customerId);
            given.put("orderId", orderId);
            given.put("channel", channel);
            given.put("status", status);
            given.put("after", after);
            given.values().removeIf(Objects::isNull);
            return given;
        }
    }

    /** One notification, if it is the customer's (null: anybody's); 404 otherwise. */
    @WithSession
    public Uni<Notification> one(UUID id, @Nullable String ownedBy) {
        return find("id = ?1 and (?2 is null or customerId = ?2)", id, ownedBy)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(FindNotifications::notFound);
    }

    /** The newest notifications that match, at most so many. */
    @WithSession
    public Uni<List<Notification>> newest(Filter filter, int limit) {
        var given = filter.given();
        var conditions = given.keySet().stream()
                .map(field -> field.equals("after") ? "id < :after" : field + " = :" + field)
                .collect(Collectors.joining(" and ", "from Notification" + (given.isEmpty() ? "" : " where "), ""));
        return find(conditions, Sort.descending("id"), given)
                .range(0, limit - 1)
                .list();
    }

    /** The refusal of an id that is unknown, or not the caller's to know. */
    public static Problem notFound() {
        return Problem.notFound("notification-not-found", "There is no such notification.");
    }
}
