package io.duplex.gateway.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.duplex.gateway.backends.PassiveHealth;
import io.duplex.gateway.manifests.BadManifest;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyFilesTest {
    private static final Policies PUBLISHED = PolicyFiles.read(List.of(Path.of("policies")));

    private final Path folder;

    PolicyFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsWhatIsPublished() {
        assertThat(PUBLISHED.backends().rates())
                .extracting(RateRule::requests, RateRule::window)
                .containsOnly(tuple(600L, Duration.ofMinutes(1)));
        assertThat(PUBLISHED.backends().limits()).isEqualTo(Limits.PROMISED);
        assertThat(PUBLISHED.backends().connectTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(PUBLISHED.backends().health()).isEqualTo(new PassiveHealth(3, Duration.ofSeconds(10), 50));
        assertThat(PUBLISHED.security().claimHeaders()).containsEntry("x-duplex-caller", "sub");
    }

    @Test
    void countsAddressesOfEitherFamilyByOneRule() {
        for (String address : List.of("192.0.2.7", "2001:db8::7")) {
            Caller caller = new Caller(
                    address,
                    MultiMap.caseInsensitiveMultiMap(),
                    PUBLISHED.security().claimHeaders());
            assertThat(PUBLISHED.backends().rates())
                    .filteredOn(rule -> rule.account(caller).isPresent())
                    .as(address)
                    .hasSize(1);
        }
    }

    @Test
    void honoursOtherLimits() throws IOException {
        write("backend-traffic", "limit: 64Ki", "limit: 2Mi");
        write("client-traffic", "value: nosniff", "value: other");

        Policies policies = PolicyFiles.read(List.of(folder));

        assertThat(policies.backends().limits().body()).isEqualTo(2 * 1024 * 1024);
        assertThat(policies.clients().set()).containsEntry("X-Content-Type-Options", "other");
        assertThat(policies.security()).isEqualTo(Security.NONE);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/bad-policies.csv", delimiter = '|')
    void refusesWithFileAndField(String file, String valid, String invalid, String named) throws IOException {
        write(file, valid, invalid.replace("\\n", "\n"));

        assertThatExceptionOfType(BadManifest.class)
                .isThrownBy(() -> PolicyFiles.read(List.of(folder)))
                .withMessageContaining(folder.resolve(file + ".yaml").toString())
                .withMessageContaining(named);
    }

    @Test
    void refusesASecondPolicyOfAKind() throws IOException {
        write("security", "name: duplex\n", "name: duplex\n");
        Files.copy(folder.resolve("security.yaml"), folder.resolve("twice.yaml"));

        assertThatExceptionOfType(BadManifest.class)
                .isThrownBy(() -> PolicyFiles.read(List.of(folder)))
                .withMessageContaining("twice.yaml: kind");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example, https://a.example, true",
        "https://a.example, https://b.a.example, false",
        "https://*.a.example, https://b.c.a.example, true",
        "https://*.a.example, https://a.example, false",
        "https://*.a.example, https://evil.example/.a.example, false",
        "http://localhost:*, http://localhost:5173, true",
        "http://localhost:*, http://localhost, false",
        "http://localhost:*, http://localhost:5173.evil.example, false",
        "https://*, https://a.example, true",
        "*, http://a.example:81, true"
    })
    void knowsOriginsAsEnvoyGatewayWritesThem(String allowed, String origin, boolean expected) {
        Security security = PUBLISHED.withOrigins(List.of(allowed)).security();

        assertThat(security.crossOrigin().orElseThrow().allows(origin)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.example", "ftp://a.example", "https://a.example/", "https://a.*.example"})
    void refusesWhatIsNoOrigin(String origin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PUBLISHED.withOrigins(List.of(origin)))
                .withMessageContaining("is no origin");
    }

    @Test
    void refusesANegativeQuota() {
        assertThatIllegalArgumentException().isThrownBy(() -> PUBLISHED.withQuota(-1));
    }

    /** A copy of a published policy with a change, which must be one. */
    private void write(String file, String valid, String changed) throws IOException {
        String published = Files.readString(Path.of("policies", file + ".yaml"));
        assertThat(published).contains(valid);
        Files.writeString(folder.resolve(file + ".yaml"), published.replace(valid, changed));
    }
}
