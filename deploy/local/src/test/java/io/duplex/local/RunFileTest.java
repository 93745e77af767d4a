package io.duplex.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {
    private final Path folder;

    RunFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void tellsWhatRunsWhere() throws IOException {
        try (DataFolder data = DataFolder.open(folder)) {
            JsonNode written = write(data);

            assertThat(written.at("/baseUrl").asText()).isEqualTo("http://localhost:8080");
            assertThat(written.at("/ports/postgresql").asInt()).isEqualTo(8092);
            assertThat(written.at("/processes/0/name").asText()).isEqualTo("worker");
            assertThat(written.at("/processes/0/port").asInt()).isEqualTo(4711);
            assertThat(written.at("/processes/0/pid").isNumber()).isTrue();
            assertThat(written.at("/processes/0/log").asText()).endsWith("worker.log");
            assertThat(written.at("/databases/orders/url").asText())
                    .isEqualTo("jdbc:postgresql://127.0.0.1:8092/orders");
            assertThat(written.at("/databases/invoices/role").asText()).isEqualTo("invoice_service");
            assertThat(written.at("/kafka").asText()).isEqualTo("127.0.0.1:8093");
            assertThat(written.at("/secrets").asText()).isEqualTo(data.secrets().toString());
        }
    }

    @Test
    void namesNoPassword() throws IOException {
        try (DataFolder data = DataFolder.open(folder)) {
            assertThat(write(data).toString()).doesNotContain(data.password("order_service"));
        }
    }

    private JsonNode write(DataFolder data) throws IOException {
        try (Watchdog watchdog = new Watchdog("")) {
            RunFile file = new RunFile(data, new Ports(8080, 1));
            Crew crew = new Crew(watchdog, file, new Progress(System.out, false));
            ManagedProcess worker = crew.start(ShellProcess.spec(folder, "exec sleep 300"), () -> true);
            file.write(List.of(worker));
            crew.stop();
            return new ObjectMapper().readTree(Files.readAllBytes(folder.resolve("run.json")));
        }
    }
}
