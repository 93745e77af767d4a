package io.duplex.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteManifestTest {
    private static final int LARGEST_RULE = 64;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "routes/order-service",
                "routes/inventory-service",
                "routes/invoice-service",
                "routes/notification-service",
                "routes-local/stubs"
            })
    void namesItsServiceAndTheGateway(String file) throws IOException {
        HTTPRoute route = new YAMLMapper().readValue(Path.of(file + ".yaml").toFile(), HTTPRoute.class);
        String service = Path.of(file).getFileName().toString();

        assertThat(route.getMetadata().getName()).isEqualTo(service);
        assertThat(route.getSpec().getParentRefs()).singleElement().returns("duplex", parent -> parent.getName());
        assertThat(route.getSpec().getRules()).allSatisfy(rule -> {
            assertThat(rule.getMatches()).hasSizeLessThanOrEqualTo(LARGEST_RULE);
            assertThat(rule.getBackendRefs())
                    .singleElement()
                    .returns(service, backend -> backend.getName())
                    .returns(8080, backend -> backend.getPort());
        });
    }
}
