package io.duplex.order;

import io.duplex.chassis.Ids;
import io.duplex.chassis.http.Problem;
import io.duplex.chassis.idempotency.Answer;
import io.duplex.chassis.idempotency.Idempotency;
import io.duplex.chassis.idempotency.IdempotentRequest;
import io.duplex.order.catalogue.PriceBasket;
import io.duplex.order.catalogue.Wanted;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Accepts an order at once: it is priced, written with its OrderCreated and its answer in one statement, and everything
 * else follows from the event.
 */
@ApplicationScoped
public class PlaceOrder {
    private final PriceBasket prices;
    private final Orders orders;
    private final Idempotency idempotency;

    PlaceOrder(PriceBasket prices, Orders orders, Idempotency idempotency) {
        this.prices = prices;
        this.orders = orders;
        this.idempotency = idempotency;
    }

    /**
     * What a customer orders.
     *
     * @param wanted 1 to 100 lines, each SKU once
     * @param expectedTotal what the customer was shown, if it matters to the customer
     */
    public record Command(
            String customerId,
            List<Wanted> wanted,
            ShippingAddress shippingAddress,
            @Nullable String reference,
            @Nullable Money expectedTotal) {}

    /** The answer to this request: of now, or of when it came first. Refusals are {@link Problem}s. */
    public Uni<Answer> place(Command command, IdempotentRequest request, Function<Order, Answer> answer) {
        return idempotency
                .earlierAnswer(request)
                .chain(earlier ->
                        earlier.isPresent() ? Uni.createFrom().item(earlier.get()) : accept(command, request, answer));
    }

    private Uni<Answer> accept(Command command, IdempotentRequest request, Function<Order, Answer> answer) {
        return prices.price(command.wanted())
                .invoke(basket -> requireExpected(command.expectedTotal(), basket))
                .map(basket -> order(command, basket))
                .chain(order -> write(order, request, answer.apply(order)));
    }

    private Uni<Answer> write(Order order, IdempotentRequest request, Answer answer) {
        return orders.accept(order, idempotency.claim(request, answer))
                .chain(accepted -> accepted ? Uni.createFrom().item(answer) : idempotency.afterLostClaim(request));
    }

    private Order order(Command command, Basket basket) {
        return new Order(Ids.next(), command.customerId(), basket, command.shippingAddress(), command.reference());
    }

    private static void requireExpected(@Nullable Money expected, Basket basket) {
        if (expected != null && !expected.equals(basket.total())) {
            throw Problem.conflict("price-changed", "The prices have changed since they were shown.")
                    .with("lines", basket.lines().stream().map(CurrentLine::of).toList())
                    .with("total", basket.total());
        }
    }

    private record CurrentLine(String sku, String name, int quantity, String unitPrice, String taxCategory) {
        static CurrentLine of(OrderLine line) {
            return new CurrentLine(
                    line.sku(), line.name(), line.quantity(), line.unitPrice().toPlainString(), line.taxCategory());
        }
    }
}
