package io.duplex.gateway.policies;

import io.duplex.gateway.manifests.ManifestFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a policy is for. This gateway knows policies for all of it only. */
record TargetRef(@Nullable String group, @Nullable String kind, @Nullable String name) {
    private static final String FIELD = "spec.targetRefs";

    static void requireGateway(ManifestFile file, @Nullable List<TargetRef> targets) {
        List<TargetRef> given = file.given(targets, FIELD);
        file.check(given.size() == 1, FIELD, "must name the gateway and nothing else");
        TargetRef target = given.get(0);
        file.check("gateway.networking.k8s.io".equals(target.group()), FIELD + "[0].group", "is not the Gateway API's");
        file.check("Gateway".equals(target.kind()), FIELD + "[0].kind", "is not Gateway");
        file.present(target.name(), FIELD + "[0].name");
    }
}
