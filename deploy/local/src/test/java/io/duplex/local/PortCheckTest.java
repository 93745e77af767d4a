package io.duplex.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortCheckTest {
    private final Ports ports = freePorts();

    @Test
    void namesABusyPortWhatNeedsItWhoHoldsItAndTheRemedy() throws IOException {
        try (ServerSocket taken = new ServerSocket(ports.kafka(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> PortCheck.requireFree(ports))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + ", needed for kafka, is held by process "
                            + ProcessHandle.current().pid() + " (")
                    .hasMessageContaining("--port ");
        }
    }

    @Test
    void isContentWhenAllAreFree() {
        assertThatCode(() -> PortCheck.requireFree(ports)).doesNotThrowAnyException();
    }

    private static Ports freePorts() {
        int base = 20_000;
        while (!new Ports(base, 1).all().values().stream().allMatch(PortCheck::isFree)) {
            base += 20;
        }
        return new Ports(base, 1);
    }
}
