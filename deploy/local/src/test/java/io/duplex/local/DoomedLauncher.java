package io.duplex.local;

import java.io.IOException;
import java.nio.file.Path;

/** Starts one guarded child, prints its process id, and waits to be killed. */
final class DoomedLauncher {
    private DoomedLauncher() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        ProcessSpec spec = ShellProcess.spec(Path.of(arguments[0]), "exec sleep 300");
        Process child = Gate.pass(spec, new Watchdog(""));
        System.out.println(child.pid());
        child.waitFor();
    }
}
