package io.duplex.order.catalogue;

import io.duplex.chassis.Failures;
import io.duplex.chassis.http.Problem;
import io.duplex.order.Availability;
import io.duplex.order.Basket;
import io.duplex.order.OrderSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
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
    private final MeterRegistry metrics;

    PriceBasket(Catalogue catalogue, Inventory inventory, OrderSettings settings, MeterRegistry metrics) {
        this.catalogue = catalogue;
        this.inventory = inventory;
        this.settings = settings;
        this.metrics = metrics;
    }

    /**
     * The priced basket; 409 when stock is short or something is not sold any more, 422 for unknown SKUs, 503 for what
     * cannot be known now.
     */
    public Uni<Basket> price(List<Wanted> wanted) {
        return catalogue.find(wanted.stream().map(Wanted::sku).toList()).chain(view -> doubt(view, wanted)
                .map(doubt -> ask(doubt, view, wanted))
                .orElseGet(() -> Uni.createFrom().item(() -> fromView(view, wanted, Availability.CONFIRMED))));
    }

    private Optional<Doubt> doubt(Map<String, CatalogueItem> view, List<Wanted> wanted) {
        var margin = settings.availability().margin();
        return wanted.stream()
                .flatMap(line -> Doubt.about(view.get(line.sku()), line.quantity(), margin).stream())
                .min(Comparator.naturalOrder());
    }

    private Uni<Basket> ask(Doubt doubt, Map<String, CatalogueItem> view, List<Wanted> wanted) {
        metrics.counter("duplex.availability.asked", "reason", doubt.label()).increment();
        return inventory
                .ask(wanted)
                .map(answer -> answer.basket(wanted))
                .onFailure(UnknownSkus.class)
                .transform(failure -> Refusals.unknownSkus(wanted, failure))
                .onFailure(failure -> !(failure instanceof Problem))
                .recoverWithUni(failure -> Uni.createFrom().item(() -> assumed(view, wanted, failure)));
    }

    private static Basket assumed(Map<String, CatalogueItem> view, List<Wanted> wanted, Throwable failure) {
        LOG.warnf("inventory-service could not be asked: %s", Failures.inWords(failure));
        Refusals.requireActive(those(wanted, view, CatalogueItem::isWithdrawn));
        if (those(wanted, view, CatalogueItem::canBeSold).size() < wanted.size()) {
            throw Problem.unavailable("Some products cannot be checked right now.", RETRY_AFTER_SECONDS);
        }
        return fromView(view, wanted, Availability.ASSUMED);
    }

    private static List<Wanted> those(
            List<Wanted> wanted, Map<String, CatalogueItem> view, Predicate<CatalogueItem> matching) {
        return wanted.stream()
                .filter(line -> Optional.ofNullable(view.get(line.sku()))
                        .filter(matching)
                        .isPresent())
                .toList();
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
