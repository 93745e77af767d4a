package io.duplex.gateway.policies;

import com.fasterxml.jackson.databind.JsonNode;
import io.duplex.gateway.manifests.ManifestFile;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Folders of policy files ({@code *.yaml}, one policy each), read strictly: a field that this gateway would not honour
 * is refused, and so is a second policy of a kind, of which a cluster's gateway would honour one only.
 */
public final class PolicyFiles {
    private static final String API_VERSION = "gateway.envoyproxy.io/v1alpha1";

    private final Set<String> seen = new HashSet<>();
    private BackendTraffic backends = Policies.NONE.backends();
    private ClientTraffic clients = Policies.NONE.clients();
    private Security security = Policies.NONE.security();

    private PolicyFiles() {}

    private record Policy(
            @Nullable String apiVersion, @Nullable String kind, @Nullable Metadata metadata, @Nullable JsonNode spec) {}

    private record Metadata(@Nullable String name) {}

    /**
     * The policies of all folders; without a folder there are none.
     *
     * @throws io.duplex.gateway.manifests.BadManifest when a file cannot be read or honoured
     */
    public static Policies read(List<Path> folders) {
        PolicyFiles files = new PolicyFiles();
        folders.stream().flatMap(ManifestFile::in).forEach(files::add);
        return new Policies(files.backends, files.clients, files.security);
    }

    private void add(ManifestFile file) {
        Policy policy = file.present(file.as(Policy.class), "document");
        file.check(API_VERSION.equals(policy.apiVersion()), "apiVersion", "is not " + API_VERSION);
        file.present(file.present(policy.metadata(), "metadata").name(), "metadata.name");
        String kind = file.present(policy.kind(), "kind");
        file.check(seen.add(kind), "kind", "is that of another file too; only one would take effect");
        JsonNode spec = file.present(policy.spec(), "spec");
        switch (kind) {
            case "BackendTrafficPolicy" ->
                backends =
                        new BackendTrafficCompiler(file, file.part(spec, "spec", BackendTrafficSpec.class)).compile();
            case "ClientTrafficPolicy" ->
                clients = new ClientTrafficCompiler(file)
                        .compile(file.part(spec, "spec", ClientTrafficCompiler.Spec.class));
            case "SecurityPolicy" ->
                security = new SecurityCompiler(file).compile(file.part(spec, "spec", SecuritySpec.class));
            default -> throw file.bad("kind", "is none of BackendTrafficPolicy, ClientTrafficPolicy, SecurityPolicy");
        }
    }
}
