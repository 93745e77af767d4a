package io.duplex.invoice;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads invoices. */
@ApplicationScoped
public class FindInvoices implements PanacheRepositoryBase<Invoice, UUID> {

    /**
     * Which invoices are asked for; null means any.
     *
     * @param after the last invoice of the page before
     */
    public record Filter(
            @Nullable UUID orderId, @Nullable String customerId, @Nullable InvoiceStatus status, @Nullable UUID after) {

        private Map<String, Object> parameters() {
            var parameters = new HashMap<String, Object>();
            Optional.ofNullable(orderId).ifPresent(value -> parameters.put("orderId", value));
            Optional.ofNullable(customerId).ifPresent(value -> parameters.put("customerId", value));
            Optional.ofNullable(status).ifPresent(value -> parameters.put("status", value));
            Optional.ofNullable(after).ifPresent(value -> parameters.put("after", value));
            return parameters;
        }
    }

    /** One invoice, if it is the customer's (null: anybody's); the item is null otherwise. */
    @WithSession
    public Uni<@Nullable Invoice> one(UUID id, @Nullable String ownedBy) {
        var found = ownedBy == null ? find("id", id) : find("id = ?1 and customerId = ?2", id, ownedBy);
        return found.firstResult();
    }

    /** The newest invoices that match, at most so many. */
    @WithSession
    public Uni<List<Invoice>> newest(Filter filter, int limit) {
        var parameters = filter.parameters();
        var conditions = parameters.keySet().stream()
                .map(name -> name.equals("after") ? "id < :after" : name + " = :" + name)
                .collect(Collectors.joining(" and "));
        return find(conditions, Sort.descending("id"), parameters)
                .page(Page.ofSize(limit))
                .list();
    }
}
