package io.duplex.order;

import io.duplex.chassis.Ids;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads orders. */
@ApplicationScoped
public class FindOrders implements PanacheRepositoryBase<Order, UUID> {
    /**
     * Which orders are asked for; null means any.
     *
     * @param createdFrom inclusive
     * @param createdTo exclusive
     * @param after the last order of the page before
     */
    public record Filter(
            @Nullable String customerId,
            @Nullable OrderStatus status,
            @Nullable OffsetDateTime createdFrom,
            @Nullable OffsetDateTime createdTo,
            @Nullable UUID after) {}

    /** One order, if it is the customer's (null: anybody's); 404 otherwise. */
    @WithSession
    public Uni<Order> one(UUID id, @Nullable String ownedBy) {
        var given = new LinkedHashMap<String, Object>(Map.of("o.id = :id", id));
        put(given, "o.customerId = :customerId", ownedBy);
        return withLines(given, "").map(found -> found.stream().findFirst().orElseThrow(OrderNotFound::problem));
    }

    /** The newest orders that match, at most so many. */
    @WithSession
    public Uni<List<Order>> newest(Filter filter, int limit) {
        var given = new LinkedHashMap<String, Object>();
        put(given, "o.customerId = :customerId", filter.customerId());
        put(given, "o.status = :status", filter.status());
        put(given, "o.id >= :from", leastSince(filter.createdFrom()));
        put(given, "o.id < :to", leastSince(filter.createdTo()));
        put(given, "o.id < :after", filter.after());
        return ids(given, limit).chain(ids -> withLines(Map.of("o.id in :ids", ids), " order by o.id desc"));
    }

    /** An id tells when its order was created, and only ids are in order. */
    private static @Nullable UUID leastSince(@Nullable OffsetDateTime time) {
        return time == null ? null : Ids.leastSince(time.toInstant());
    }

    private Uni<List<UUID>> ids(Map<String, Object> given, int limit) {
        return getSession().chain(session -> {
            var query = session.createSelectionQuery(
                    "select o.id from Order o" + where(given) + " order by o.id desc", UUID.class);
            given.forEach((condition, value) -> query.setParameter(parameter(condition), value));
            return query.setMaxResults(limit).getResultList();
        });
    }

    private Uni<List<Order>> withLines(Map<String, Object> given, String order) {
        var parameters = new HashMap<String, Object>();
        given.forEach((condition, value) -> parameters.put(parameter(condition), value));
        return find("from Order o left join fetch o.lines" + where(given) + order, parameters)
                .list();
    }

    private static void put(Map<String, Object> given, String condition, @Nullable Object value) {
        if (value != null) {
            given.put(condition, value);
        }
    }

    private static String where(Map<String, Object> given) {
        return given.isEmpty() ? "" : " where " + String.join(" and ", given.keySet());
    }

    private static String parameter(String condition) {
        return condition.substring(condition.indexOf(':') + 1);
    }
}
