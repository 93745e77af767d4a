package io.duplex.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. Root therefore starts it without root's powers: in a user namespace of its own, or
 * where those are forbidden (containers) as the user nobody who may still reach root's folders. Both replace themselves
 * by the program, so that the process id is PostgreSQL's own.
 */
final class Unprivileged {
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> NOBODY = List.of(
            "setpriv",
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups",
            "--inh-caps=+dac_override",
            "--ambient-caps=+dac_override");

    private Unprivileged() {}

    /** What to put before a command of PostgreSQL; nothing for a normal user. */
    static List<String> prefix() throws IOException {
        if (!isRoot()) {
            return List.of();
        }
        return namespacesWork() ? NAMESPACE : NOBODY;
    }

    static boolean isRoot() {
        return new UnixSystem().getUid() == 0;
    }

    private static boolean namespacesWork() throws IOException {
        try {
            return new ProcessBuilder("unshare", "-U", "true")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            throw ServerProcess.interrupted(e);
        }
    }
}
