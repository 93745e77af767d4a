package io.duplex.e2e.evidence;

import io.duplex.e2e.suite.Databases;
import java.util.Map;
import java.util.TreeMap;

/** The content of all tables of all services, a checksum each; who relays at the moment is no content. */
public final class Digest {
    private static final String TABLES =
            """
            SELECT tablename, 1 FROM pg_tables
             WHERE schemaname = 'public' AND tablename <> 'outbox_lease' ORDER BY tablename
            """;
    private static final String CONTENT =
            """
            SELECT '%1$s', count(*) || ' rows ' || md5(string_agg(row::text, '\\n' ORDER BY row::text COLLATE "C"))
              FROM %1$s AS row
            """;

    private Digest() {}

    /** Number of rows and checksum by database and table. */
    public static Map<String, String> of(Databases databases) {
        var digest = new TreeMap<String, String>();
        for (var database : Databases.NAMES) {
            for (var table : databases.pairs(database, TABLES).keySet()) {
                databases
                        .pairs(database, CONTENT.formatted(table))
                        .forEach((name, content) -> digest.put(database + "." + name, content));
            }
        }
        return digest;
    }
}
