package io.duplex.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void derivesEveryPortFromTheBase() {
        assertThat(new Ports(8080, 2).all())
                .containsEntry("gateway", 8080)
                .containsEntry("order-service-1", 8081)
                .containsEntry("order-service-2", 8181)
                .containsEntry("notification-service-2", 8184)
                .containsEntry("stubs", 8090)
                .containsEntry("kafka-controller", 8094)
                .hasSize(14);
    }

    @Test
    void neverGivesOnePortTwice() {
        assertThat(new Ports(8080, Ports.MAX_REPLICAS).all().values()).doesNotHaveDuplicates();
    }

    @Test
    void refusesABaseThatLeavesNoRoom() {
        assertThatThrownBy(() -> new Ports(65_522, 1)).hasMessage("--port must be between 1 and 65521");
        assertThatThrownBy(() -> new Ports(65_422, 2)).hasMessage("--port must be between 1 and 65421");
        assertThatThrownBy(() -> new Ports(0, 1)).hasMessage("--port must be between 1 and 65521");
        assertThatThrownBy(() -> new Ports(8080, 10)).hasMessage("--replicas must be between 1 and 9");
    }
}
