package io.duplex.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestGuardTest {

    @Test
    void endsTheServersAndDeletesTheirFolderWhenTheJvmIsKilled() throws Exception {
        // Given
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Victim.class.getName())
                .redirectErrorStream(true)
                .start();
        Path folder = Path.of(lastLine(jvm));
        List<ProcessHandle> servers = List.of(pid(folder, "postgres"), pid(folder, "kafka"));
        assertThat(servers).allMatch(ProcessHandle::isAlive);
        // When
        jvm.destroyForcibly();
        // Then
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(servers).noneMatch(ProcessHandle::isAlive);
            assertThat(folder).doesNotExist();
        });
    }

    private static String lastLine(Process jvm) throws IOException {
        BufferedReader output = new BufferedReader(new InputStreamReader(jvm.getInputStream(), UTF_8));
        String line = output.readLine();
        while (line != null && !line.startsWith("/")) {
            line = output.readLine();
        }
        return String.valueOf(line);
    }

    private static ProcessHandle pid(Path folder, String server) throws IOException {
        return new ServerProcess(server, folder.resolve(server)).running().orElseThrow();
    }

    /** Starts the servers as a test run does, tells their folder, and waits to be killed. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] arguments) throws IOException {
            assertThat(DuplexTestResource.postgres().isReady()).isTrue();
            String place = System.getProperty("io.duplex.embedded.servers", "");
            System.out.println(place.substring(place.indexOf('/')));
            int end = System.in.read();
            throw new IllegalStateException("not killed, but " + end);
        }
    }
}
