package io.duplex.chassis.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.duplex.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes the consumers of a service. */
@ApplicationScoped
public class Inbox {
    private final Database database;
    private final ObjectMapper json;

    Inbox(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * A consumer that handles nothing yet.
     *
     * @param name unique within the service and never changed: claims are kept under it
     */
    public Consumer consumer(String name) {
        return new Consumer(name, database, json);
    }
}
