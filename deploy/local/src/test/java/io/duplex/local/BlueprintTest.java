package io.duplex.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlueprintTest {
    private static final Installation HERE =
            new Installation(Path.of("../..").toAbsolutePath().normalize());

    private final Path folder;

    BlueprintTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void runsTheGatewayWithTheFilesOfTheInstallation() throws IOException {
        List<String> command = gateway();

        assertThat(values(command, "--routes")).hasSize(2).allSatisfy(BlueprintTest::exists);
        assertThat(values(command, "--policies")).singleElement().satisfies(BlueprintTest::exists);
        assertThat(values(command, "--openapi"))
                .hasSize(4)
                .allSatisfy(document -> exists(document.substring(document.indexOf('=') + 1)));
    }

    @Test
    void tellsTheGatewayEveryReplicaAndHowMuchACallerMaySend() throws IOException {
        List<String> command = gateway();

        assertThat(values(command, "--backend"))
                .contains("invoice-service=http://127.0.0.1:8083,http://127.0.0.1:8183", "stubs=http://127.0.0.1:8090");
        assertThat(values(command, "--rate-limit")).containsExactly("7");
    }

    @Test
    void keepsSecretsOutOfTheStubsArguments() throws IOException {
        try (DataFolder data = DataFolder.open(folder)) {
            ProcessSpec stubs = new Blueprint(HERE, new Ports(8080, 1), data, 7).stubs();

            assertThat(stubs.environment()).containsKey("STUBS_CLIENTS");
            assertThat(stubs.command().line())
                    .noneMatch(argument -> argument.contains(data.password("inventory-service")));
        }
    }

    private List<String> gateway() throws IOException {
        try (DataFolder data = DataFolder.open(folder)) {
            return new Blueprint(HERE, new Ports(8080, 2), data, 7)
                    .gateway()
                    .command()
                    .line();
        }
    }

    private static List<String> values(List<String> command, String option) {
        return IntStream.range(1, command.size())
                .filter(i -> command.get(i - 1).equals(option))
                .mapToObj(command::get)
                .toList();
    }

    private static void exists(String path) {
        assertThat(Path.of(path)).exists();
    }
}
