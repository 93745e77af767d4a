package io.duplex.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code run.json}: what runs where, for tools and tests. It names ports, process ids, databases and logs, and the
 * folder of the passwords, but no password. It is replaced as a whole, so that a reader never sees half of it.
 */
final class RunFile {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final DataFolder data;
    private final Ports ports;

    private record Content(
            String baseUrl,
            long launcher,
            Map<String, Integer> ports,
            List<Entry> processes,
            Map<String, Database> databases,
            String kafka,
            String secrets) {}

    private record Entry(String name, long pid, int port, String log) {}

    private record Database(String url, String role) {}

    RunFile(DataFolder data, Ports ports) {
        this.data = data;
        this.ports = ports;
    }

    /** Writes the file anew; a reader sees the old or the new one. */
    synchronized void write(Collection<ManagedProcess> processes) {
        Path file = data.path().resolve("run.json");
        try {
            Path fresh = Files.write(data.path().resolve("run.json.new"), JSON.writeValueAsBytes(content(processes)));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private Content content(Collection<ManagedProcess> processes) {
        return new Content(
                "http://localhost:" + ports.gateway(),
                ProcessHandle.current().pid(),
                ports.all(),
                processes.stream().map(RunFile::entry).toList(),
                Stream.of(Service.values()).collect(Collectors.toMap(Service::database, this::database)),
                "127.0.0.1:" + ports.kafka(),
                data.secrets().toString());
    }

    private static Entry entry(ManagedProcess process) {
        ProcessSpec spec = process.spec();
        return new Entry(spec.name(), process.pid(), spec.port(), spec.log().toString());
    }

    private Database database(Service service) {
        return new Database(
                "jdbc:postgresql://127.0.0.1:" + ports.postgresql() + "/" + service.database(), service.role());
    }
}
