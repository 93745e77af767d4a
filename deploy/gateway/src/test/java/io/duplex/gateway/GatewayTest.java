package io.duplex.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GatewayTest {

    @Test
    void saysWhenItIsReadyAndExitsWithZeroWhenTerminated() throws Exception {
        Process gateway = start("--port", "0", "--routes", "src/test/resources/routes", "--backend", backend());
        try (BufferedReader output = gateway.inputReader()) {
            assertThat(output.readLine()).contains("Gateway is ready at http://127.0.0.1:");

            gateway.toHandle().destroy();

            assertThat(gateway.waitFor(10, SECONDS)).isTrue();
            assertThat(gateway.exitValue()).isZero();
            assertThat(output.lines()).isEmpty();
        } finally {
            gateway.destroyForcibly();
        }
    }

    @Test
    void publishesTheDocumentsThatItIsGivenUnderThePoliciesThatItIsGiven() throws Exception {
        Process gateway = start(
                "--port=0",
                "--routes=src/test/resources/routes",
                "--policies=policies",
                "--rate-limit=7",
                "--cors-origin=http://localhost:*",
                "--openapi=order-service=../../order-service/contracts/openapi.yaml",
                "--backend=" + backend());
        try (BufferedReader output = gateway.inputReader()) {
            String ready = output.readLine();
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(ready.substring(ready.indexOf("http://")) + "/openapi"))
                    .header("Origin", "http://localhost:5173")
                    .build();
            HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

            assertThat(response.body()).contains("\"/v1/orders\"");
            assertThat(response.headers().firstValue("RateLimit-Policy")).contains("\"default\";q=7;w=60");
            assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("http://localhost:5173");
        } finally {
            gateway.destroyForcibly();
        }
    }

    @Test
    void saysThatItsPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = String.valueOf(taken.getLocalPort());

            assertThat(failure(
                            "--port",
                            port,
                            "--host",
                            "0.0.0.0",
                            "--routes",
                            "src/test/resources/routes",
                            "--backend",
                            backend()))
                    .contains(port + " is in use");
        }
    }

    @Test
    void saysWhichOptionIsWrong() throws Exception {
        assertThat(failure("--routes", "src/test/resources/routes", "--backend", "order-service"))
                .contains("--backend", "name=http://host:port");
    }

    @Test
    void saysWhichFolderHoldsNoRoutes() throws Exception {
        assertThat(failure("--routes", "src/test/java", "--backend", backend())).contains("src/test/java");
    }

    @Test
    void saysWhichPolicyCannotBeHonoured() throws Exception {
        assertThat(failure(
                        "--routes",
                        "src/test/resources/routes",
                        "--policies",
                        "src/test/resources/routes",
                        "--backend",
                        backend()))
                .contains("order-service.yaml", "apiVersion");
    }

    @Test
    void saysWhichDocumentCannotBeRead() throws Exception {
        assertThat(failure(
                        "--routes",
                        "src/test/resources/routes",
                        "--openapi",
                        "order-service=nowhere.yaml",
                        "--backend",
                        backend()))
                .contains("nowhere.yaml cannot be read");
    }

    @Test
    void saysThatThereIsNoRateLimitToChange() throws Exception {
        assertThat(failure("--routes", "src/test/resources/routes", "--rate-limit", "5", "--backend", backend()))
                .contains("no policy file has a spec.rateLimit");
    }

    private static String failure(String... arguments) throws IOException, InterruptedException {
        Process gateway = start(arguments);
        String output = new String(gateway.getInputStream().readAllBytes(), UTF_8);
        assertThat(gateway.waitFor()).as(output).isNotZero();
        return output;
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                libraries(),
                Gateway.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Those of the product: a logging facade that only the tests have would complain. */
    private static String libraries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> !path.contains("slf4j"))
                .collect(joining(File.pathSeparator));
    }

    private static String backend() {
        return "order-service=http://127.0.0.1:" + Service.refusingPort();
    }
}
