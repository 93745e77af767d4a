package io.duplex.stubs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StubsTestResourceTest {
    private final StubsTestResource resource = new StubsTestResource();

    @Test
    void givesAServiceWhatItNeedsAndEndsWithIt() throws Exception {
        // When
        Map<String, String> settings = resource.start();
        // Then
        assertThat(settings)
                .containsEntry("duplex.oidc.jwks-url", StubsTestResource.url() + "/dev/jwks")
                .containsEntry("duplex.oidc.token-url", StubsTestResource.url() + "/dev/oauth/token")
                .containsEntry("notification.sms.url", StubsTestResource.url());
        assertThat(StubsTestResource.token("c-1", "customer")).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
        assertThatThrownBy(() -> StubsTestResource.token("c-1", "king")).hasMessageContaining("unknown-role");
        int port = Integer.parseInt(settings.getOrDefault("quarkus.mailer.port", "0"));
        try (Socket mail = new Socket(InetAddress.getLoopbackAddress(), port)) {
            assertThat(mail.isConnected()).isTrue();
        }
        resource.stop();
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(ConnectException.class);
    }
}
