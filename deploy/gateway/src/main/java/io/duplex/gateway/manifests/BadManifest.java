package io.duplex.gateway.manifests;

/** A manifest that cannot be served as it stands; the message names the file and the field. */
public final class BadManifest extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadManifest(String message) {
        super(message);
    }
}
