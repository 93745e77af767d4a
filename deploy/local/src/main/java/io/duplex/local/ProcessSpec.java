package io.duplex.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a process of the suite is: its name, the port that it answers on, how it is run and where it writes. */
record ProcessSpec(
        String name, ProcessKind kind, int port, Command command, Map<String, String> environment, Path log) {

    /** A command line, asked for at every start: a start may have to tidy up after a crash. */
    @FunctionalInterface
    interface Command {
        List<String> line() throws IOException;
    }
}
