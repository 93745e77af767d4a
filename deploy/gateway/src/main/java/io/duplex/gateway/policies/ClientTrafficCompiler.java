package io.duplex.gateway.policies;

import io.duplex.gateway.manifests.ManifestFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a {@code ClientTrafficPolicy} into what it means here. */
final class ClientTrafficCompiler {
    private static final String HEADERS = "spec.headers";
    private static final String LATE = HEADERS + ".lateResponseHeaders";

    private final ManifestFile file;

    ClientTrafficCompiler(ManifestFile file) {
        this.file = file;
    }

    /** The {@code spec}, as far as this gateway honours it. */
    record Spec(@Nullable List<TargetRef> targetRefs, @Nullable Headers headers) {}

    record Headers(@Nullable String requestID, @Nullable Late lateResponseHeaders) {}

    record Late(@Nullable List<Header> set, @Nullable List<String> remove) {}

    record Header(@Nullable String name, @Nullable String value) {}

    ClientTraffic compile(Spec spec) {
        TargetRef.requireGateway(file, spec.targetRefs());
        Headers headers = file.present(spec.headers(), HEADERS);
        file.check(
                "PreserveOrGenerate".equals(headers.requestID()),
                HEADERS + ".requestID",
                "is not PreserveOrGenerate, which alone is done");
        Late late = file.present(headers.lateResponseHeaders(), LATE);
        return new ClientTraffic(set(late), late.remove() == null ? List.of() : List.copyOf(late.remove()));
    }

    private Map<String, String> set(Late late) {
        Map<String, String> set = new LinkedHashMap<>();
        for (Header header : file.given(late.set(), LATE + ".set")) {
            String name = file.present(header.name(), LATE + ".set.name");
            set.put(name, file.present(header.value(), LATE + ".set." + name));
        }
        return set;
    }
}
