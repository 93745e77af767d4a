package io.duplex.gateway.routes;

import io.duplex.gateway.manifests.ManifestFile;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import java.nio.file.Path;
import java.util.List;

/**
 * Folders of {@code HTTPRoute} files ({@code *.yaml}, one route each), read strictly: an unknown or doubled field, and
 * every field of the specification that this gateway would not honour, is refused.
 */
public final class RouteFiles {
    private RouteFiles() {}

    /**
     * The routes of all folders.
     *
     * @throws io.duplex.gateway.manifests.BadManifest when a file cannot be read or served
     */
    public static RouteTable read(List<Path> folders) {
        return new RouteTable(folders.stream()
                .flatMap(ManifestFile::in)
                .flatMap(file -> new RouteCompiler(file, file.as(HTTPRoute.class)).routes())
                .toList());
    }
}
