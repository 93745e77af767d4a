package io.duplex.order.catalogue;

import com.fasterxml.jackson.core.JacksonException;
import io.duplex.chassis.http.Problem;
import io.duplex.order.catalogue.CatalogueClient.InventoryPage;
import io.duplex.order.catalogue.CatalogueClient.Told;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of inventory-service's lists, read page by page, in the order of the SKUs. What it cannot give is refused: 503 when
 * it may be able to later, 502 when what it answers is wrong.
 */
final class InventoryPages<T extends Told> {
    private static final int LIMIT = 200;
    private static final int RETRY_AFTER_SECONDS = 5;

    private final Source<T> source;
    private String lastSku = "";
    private @Nullable String after;

    /** Asks for a page. */
    interface Source<T extends Told> {
        Uni<? extends @Nullable InventoryPage<T>> page(int limit, @Nullable String after);
    }

    InventoryPages(Source<T> source) {
        this.source = source;
    }

    /** The items of the next page. */
    Uni<List<T>> next() {
        return Uni.createFrom()
                .<InventoryPage<T>>deferred(() -> source.page(LIMIT, after))
                .onFailure(failure -> !(failure instanceof InventoryRefused))
                .retry()
                .atMost(1)
                .<List<T>>map(this::take)
                .onFailure()
                .transform(InventoryPages::problem);
    }

    /** Whether there is another page. */
    boolean goOn() {
        return after != null;
    }

    private List<T> take(@Nullable InventoryPage<T> page) {
        var told = page == null ? null : page.items();
        var link = page == null ? null : page.page();
        if (told == null || link == null) {
            throw wrong("inventory-service's answer is no page of a list.");
        }
        var items = new ArrayList<T>();
        told.forEach(item -> items.add(sensible(item)));
        after = link.next();
        if (items.isEmpty() && after != null) {
            throw wrong("inventory-service's list does not end.");
        }
        return items;
    }

    private T sensible(@Nullable T item) {
        var sku = item == null ? null : item.sku();
        if (item == null || sku == null || !item.makesSense() || sku.compareTo(lastSku) <= 0) {
            throw wrong("inventory-service's answer makes no sense after SKU \"" + lastSku + "\".");
        }
        lastSku = sku;
        return item;
    }

    private static Throwable problem(Throwable failure) {
        if (failure instanceof Problem) {
            return failure;
        }
        if (failure instanceof InventoryRefused refused) {
            return refused.isForNow() ? away(failure.getMessage() + ".") : wrong(failure.getMessage() + ".");
        }
        if (causes(failure).anyMatch(JacksonException.class::isInstance)) {
            return wrong("inventory-service's answer cannot be read.");
        }
        return causes(failure).anyMatch(TimeoutException.class::isInstance)
                ? away("inventory-service does not answer in time.")
                : away("inventory-service cannot be reached.");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(10);
    }

    private static Problem wrong(String why) {
        return Problem.of(502, "inventory-failed", why);
    }

    private static Problem away(String why) {
        return Problem.unavailable(why, RETRY_AFTER_SECONDS);
    }
}
