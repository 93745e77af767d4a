package io.duplex.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script in a folder of its own, where nothing is built. */
class UpScriptTest {
    private final Path root;
    private final Path script;

    UpScriptTest(@TempDir Path root) throws IOException {
        this.root = root;
        Path folder = Files.createDirectories(root.resolve("deploy/local"));
        script = Files.copy(Path.of("up"), folder.resolve("up"), StandardCopyOption.COPY_ATTRIBUTES);
    }

    @Test
    void refusesAJavaThatIsTooOld() throws Exception {
        javaOfVersion("11");

        assertThat(run()).contains("Java is too old").contains("is version 11, needed is 17 or newer");
    }

    @Test
    void refusesTheJavaOfOldNumbering() throws Exception {
        javaOfVersion("1.8");

        assertThat(run()).contains("is version 1.8, needed is 17 or newer");
    }

    @Test
    void saysThatMavenIsMissing() throws Exception {
        javaOfVersion("17");

        assertThat(run()).contains("Maven is missing");
    }

    @Test
    void showsTheEndOfTheLogWhenTheBuildFails() throws Exception {
        javaOfVersion("17");
        program("bin/javac", "exit 0");
        program("bin/mvn", "echo '[ERROR] no such symbol'; exit 1");

        assertThat(run())
                .contains("[ERROR] no such symbol")
                .contains("The build failed. Its whole log: "
                        + root.toRealPath().resolve("deploy/local/target/build.log"));
    }

    @Test
    void saysThatJavaHomeIsWrong() throws Exception {
        assertThat(run()).contains("JAVA_HOME is " + root).contains("Set JAVA_HOME");
    }

    /** A java that tells its version as every java does. */
    private void javaOfVersion(String version) throws IOException {
        program(
                "bin/java",
                "echo '    java.home = " + root + "'; echo '    java.specification.version = " + version + "'");
    }

    private void program(String path, String script) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String run() throws IOException, InterruptedException {
        for (String tool : List.of("dirname", "sed", "find", "date", "mkdir", "rm", "touch", "sleep", "tail")) {
            program("bin/" + tool, "PATH=/usr/bin:/bin exec " + tool + " \"$@\"");
        }
        ProcessBuilder builder = new ProcessBuilder(script.toString()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", root.toString());
        builder.environment().put("PATH", root.resolve("bin").toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(1);
        return output;
    }
}
