package io.duplex.local;

/** What a person is told when the suite is ready. */
record Welcome(Ports ports, DataFolder data) {

    /** Where the suite is reached. */
    String baseUrl() {
        return "http://localhost:" + ports.gateway();
    }

    /** Where the topics are read. */
    String bootstrapServers() {
        return "127.0.0.1:" + ports.kafka();
    }

    /** The line that everybody waits for, and the addresses to go on with. */
    String text(long nanos) {
        return """

                Duplex is ready at %s (after %s s)

                  token            curl -X POST %1$s/dev/token -H 'Content-Type: application/json' -d '{"subject":"c-1001","roles":["customer"]}'
                  API              %1$s/docs  %1$s/openapi
                  inboxes          %1$s/stub/emails  %1$s/stub/sms
                  data             %s
                  logs             %s
                """
                .formatted(baseUrl(), Progress.seconds(nanos), kept(), data.logs());
    }

    private String kept() {
        return data.path() + (data.temporary() ? " (removed at the end; --data DIR keeps it)" : " (kept)");
    }
}
