package io.duplex.order;

import static io.duplex.order.OrderStatus.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Test
    void knowsWhatAnOrderHasYetToGetTo() {
        assertThat(Arrays.stream(OrderStatus.values()).filter(OrderTransition.COMPLETE::isAheadOf))
                .containsExactly(PENDING, CONFIRMED);
        assertThat(Arrays.stream(OrderStatus.values()).filter(OrderTransition.CONFIRM::isAheadOf))
                .isEmpty();
    }

    @Test
    void isDrawnInTheReadme() throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains("```mermaid\n" + drawing() + "```\n");
    }

    private static String drawing() {
        var drawing = new StringBuilder("stateDiagram-v2\n    [*] --> PENDING : OrderCreated\n");
        for (var from : OrderStatus.values()) {
            var allowed = OrderTransition.allowedIn(from);
            allowed.forEach(transition -> drawing.append("    %s --> %s : %s\n"
                    .formatted(from, transition.to(), transition.eventType().replaceAll("duplex\\.|\\.v1", ""))));
            drawing.append(allowed.isEmpty() ? "    " + from + " --> [*]\n" : "");
        }
        return drawing.toString();
    }
}
