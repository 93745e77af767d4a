package io.duplex.gateway.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyManifestTest {

    @ParameterizedTest
    @ValueSource(strings = {"backend-traffic", "client-traffic", "security"})
    void isAboutTheGatewayThatTheRoutesName(String file) throws IOException {
        JsonNode policy =
                new YAMLMapper().readTree(Path.of("policies", file + ".yaml").toFile());

        assertThat(policy.at("/metadata/name").asText()).isEqualTo("duplex");
        assertThat(policy.at("/spec/targetRefs/0/name").asText()).isEqualTo("duplex");
    }
}
