package io.duplex.order;

import static io.duplex.order.OrderStatus.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTransitionTest {
    @Test
    void letsNothingHappenToAnOrderThatHasEnded() {
        for (var ended : List.of(REJECTED, CANCELLED, EXPIRED, COMPLETED)) {
            assertThat(OrderTransition.allowedIn(ended)).as(ended.name()).isEmpty();
        }
    }

    @Test
    void allowsCancellingUntilShipping() {
        assertThat(Arrays.stream(OrderStatus.values()).filter(OrderTransition.CANCEL::allowedFrom))
                .containsExactly(PENDING, CONFIRMED);
    }

    @Test
    void ruinsNoOrderThatIsOnItsWay() {
        assertThat(OrderTransition.allowedIn(SHIPPED)).containsExactly(OrderTransition.COMPLETE);
    }
}
