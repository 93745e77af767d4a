package io.duplex.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The linters that others use, over the documents of all services. They run where Node is found; CI minds when they cannot be had there. */
class LintersTest {
    private static final Path WORK = Path.of("target/lint");
    private static final List<String> SPECTRAL =
            List.of("node", "node_modules/@stoplight/spectral-cli/dist/index.js", "lint", "--fail-severity=warn");
    private static final List<String> PARSER = List.of("node", "asyncapi.mjs");

    private static boolean hasNode;
    private static String missing = "";

    @BeforeAll
    static void install() throws InterruptedException {
        Edits.copy(Path.of("lint"), WORK);
        try {
            Result installed = run(List.of(
                    "npm",
                    "ci",
                    "--prefer-offline",
                    "--fetch-retries=3",
                    "--ignore-scripts",
                    "--no-audit",
                    "--no-fund"));
            hasNode = true;
            missing = installed.isGood() ? "" : "The linters cannot be installed: " + installed.output();
        } catch (IOException notFound) {
            missing = "There is no Node: " + notFound.getMessage();
        }
    }

    @BeforeEach
    void needsTheLinters() {
        if (hasNode && !missing.isEmpty() && System.getenv("CI") != null) {
            fail(missing);
        }
        assumeTrue(missing.isEmpty(), missing);
    }

    @Test
    void spectralFindsNothing() throws IOException, InterruptedException {
        assertThat(run(with(SPECTRAL, documents("openapi.yaml", "asyncapi.yaml"))))
                .matches(Result::isGood);
    }

    @Test
    void theAsyncApiParserFindsNothing() throws IOException, InterruptedException {
        assertThat(run(with(PARSER, documents("asyncapi.yaml")))).matches(Result::isGood);
    }

    @ParameterizedTest
    @CsvSource({
        "openapi.yaml, /paths/~1v1~1orders/get/operationId, operation-operationId",
        "openapi.yaml, /components/securitySchemes, oas3-operation-security-defined",
        "asyncapi.yaml, /operations/tellOrders/channel/$ref, asyncapi"
    })
    void spectralFindsWhatIsWrong(String file, String pointer, String rule, @TempDir Path folder)
            throws IOException, InterruptedException {
        Result result = run(with(SPECTRAL, Stream.of(broken(file, pointer, folder))));

        assertThat(result).matches(found -> !found.isGood());
        assertThat(result.output()).contains(rule);
    }

    @Test
    void theAsyncApiParserFindsWhatIsWrong(@TempDir Path folder) throws IOException, InterruptedException {
        Path broken = broken("asyncapi.yaml", "/operations/tellOrders/channel", folder);

        assertThat(run(with(PARSER, Stream.of(broken)))).matches(found -> !found.isGood());
    }

    private static Path broken(String file, String pointer, Path folder) {
        Edits.copy(Path.of("../../order-service/contracts"), folder);
        Edits.change(folder.resolve(file), pointer, null);
        return folder.resolve(file);
    }

    private static Stream<Path> documents(String... names) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> services = Files.list(Path.of("../.."))) {
            services.map(service -> service.resolve("contracts"))
                    .flatMap(contracts -> Stream.of(names).map(contracts::resolve))
                    .filter(Files::exists)
                    .forEach(found::add);
        }
        assertThat(found).hasSizeGreaterThanOrEqualTo(4 * names.length);
        return found.stream();
    }

    private static List<String> with(List<String> command, Stream<Path> files) {
        return Stream.concat(
                        command.stream(),
                        files.map(file -> file.toAbsolutePath().normalize().toString()))
                .toList();
    }

    private static Result run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(WORK, "run", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(WORK.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Process process = builder.start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
        }
        return new Result(process.exitValue(), Files.readString(output));
    }

    private record Result(int status, String output) {
        boolean isGood() {
            return status == 0;
        }
    }
}
