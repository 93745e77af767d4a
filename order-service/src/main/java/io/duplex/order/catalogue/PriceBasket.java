package io.duplex.order.catalogue;

import io.duplex.chassis.Failures;
import io.duplex.chassis.http.Problem;
import io.duplex.order.Availability;
import io.duplex.order.Basket;
import io.duplex.order.OrderSettings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;

/**
 * Prices what somebody wants to order. The catalogue view answers when it can decide; otherwise inventory-service is
 * asked; when that cannot be reached, the view's prices stand and the stock is assumed.
 */
@ApplicationScoped
public class PriceBasket {
    private static final Logger LOG = Logger.getLogger(PriceBasket.class);
    private static final int RETRY_AFTER_SECONDS = 2;

    private final Catalogue catalogue;
    private final Inventory inventory;
    private final OrderSettings settings;

    PriceBasket(Catalogue catalogue, Inventory inventory, OrderSettings settings) {
        this.catalogue = catalogue;
        this.inventory = inventory;
        this.settings = settings;
    }

    /** The priced basket; 409 when stock is short, 422 for unknown SKUs, 503 for what cannot be known now. */
    public Uni<Basket> price(List<Wanted> wanted) {
        return catalogue
                .find(wanted.stream().map(Wanted::sku).toList())
                .chain(view -> decides(view, wanted)
                        ? Uni.createFrom().item(() -> fromView(view, wanted, Availability.CONFIRMED))
                        : ask(view, wanted));
    }

    private boolean decides(Map<String, CatalogueItem> view, List<Wanted> wanted) {
        var margin = settings.availability().margin();
        return wanted.stream().allMatch(line -> {
            var item = view.get(line.sku());
            return item != null && item.canBeSold() && item.surelyHas(line.quantity(), margin);
        });
    }

    private Uni<Basket> ask(Map<String, CatalogueItem> view, List<Wanted> wanted) {
        return inventory
                .ask(wanted)
                .map(answer -> StockAnswer.basket(answer, wanted))
                .onFailure(UnknownSkus.class)
                .transform(failure -> Refusals.unknownSkus(wanted, failure))
                .onFailure(failure -> !(failure instanceof Problem))
                .recoverWithUni(failure -> Uni.createFrom().item(() -> assumed(view, wanted, failure)));
    }

    private static Basket assumed(Map<String, CatalogueItem> view, List<Wanted> wanted, Throwable failure) {
        LOG.warnf("inventory-service could not be asked: %s", Failures.inWords(failure));
        var known = wanted.stream().allMatch(line -> {
            var item = view.get(line.sku());
            return item != null && item.canBeSold();
        });
        if (!known) {
            throw Problem.unavailable("Some products cannot be checked right now.", RETRY_AFTER_SECONDS);
        }
        return fromView(view, wanted, Availability.ASSUMED);
    }

    private static Basket fromView(Map<String, CatalogueItem> view, List<Wanted> wanted, Availability availability) {
        return Refusals.requireOneCurrency(
                wanted.stream()
                        .map(line ->
                                Objects.requireNonNull(view.get(line.sku())).priced(line.quantity()))
                        .toList(),
                availability);
    }
}
