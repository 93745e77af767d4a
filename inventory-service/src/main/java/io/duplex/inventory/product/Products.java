package io.duplex.inventory.product;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All products, to be read. */
@ApplicationScoped
public class Products implements PanacheRepositoryBase<Product, String> {

    /** The product with a SKU; null when there is none. */
    @WithSession
    public Uni<@Nullable Product> of(String sku) {
        return findById(sku);
    }

    /** The products with some SKUs; unknown ones are missing. */
    @WithSession
    public Uni<List<Product>> ofAll(Collection<String> skus) {
        return list("sku in ?1", skus);
    }

    /**
     * Products in the order of their SKUs, from one on.
     *
     * @param text part of the SKU or the name, in any case; null for all
     * @param active only those that can, or cannot, be ordered; null for all
     */
    @WithSession
    public Uni<List<Product>> page(@Nullable String text, @Nullable Boolean active, String afterSku, int size) {
        // Of both tables: PostgreSQL would merge the levels of all that come before.
        var query = new StringBuilder("sku > :after and stockedSku > :after");
        var parameters = new HashMap<String, Object>(Map.of("after", afterSku));
        if (text != null) {
            query.append(" and (sku ilike :text escape '!' or name ilike :text escape '!')");
            parameters.put("text", "%" + text.replaceAll("[!%_]", "!$0") + "%");
        }
        if (active != null) {
            // Written out: a plan for either value could not use the index of the few that are not.
            query.append(" and active = ").append(active);
        }
        return find(query + " order by sku", parameters).page(0, size).list();
    }
}
