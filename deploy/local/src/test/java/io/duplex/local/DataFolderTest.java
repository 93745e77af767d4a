package io.duplex.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    private final Path folder;

    DataFolderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void keepsAPasswordForItsOwnerAlone() throws IOException {
        String first;
        try (DataFolder data = DataFolder.open(folder)) {
            first = data.password("order_service");
        }
        try (DataFolder data = DataFolder.open(folder)) {
            assertThat(data.password("order_service")).isEqualTo(first).hasSize(32);
            assertThat(data.password("invoice_service")).isNotEqualTo(first);
            Path file = data.secrets().resolve("order_service.password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void refusesAFolderThatAnotherSuiteUses() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FolderHolder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("locked");

            assertThatThrownBy(() -> DataFolder.open(folder))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("in use by another suite (process " + other.pid() + ")")
                    .hasMessageContaining("--data");
        } finally {
            other.destroyForcibly().waitFor();
        }
        DataFolder.open(folder).close();
    }

    @Test
    void saysWhyAFolderCannotBeUsed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(file.toString());
    }
}
