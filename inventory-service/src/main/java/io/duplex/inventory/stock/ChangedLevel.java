package io.duplex.inventory.stock;

import io.duplex.chassis.Ids;
import io.duplex.chassis.events.Event;
import io.duplex.chassis.events.Event.Aggregate;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;

/** What the guarded statement did to a level: where it stood, where it stands, and whether that is news. */
record ChangedLevel(String name, Balance before, LowState stateBefore, StockLevel now) {
    private static final String TOPIC = "stock";

    static ChangedLevel from(Row row) {
        return new ChangedLevel(
                row.getString("name"),
                new Balance(row.getLong("on_hand_before"), row.getLong("reserved_before")),
                LowState.valueOf(row.getString("state_before")),
                StockLevel.from(row));
    }

    /** The facts of this change, the level first. An episode's facts have ids of their own, the same on any path. */
    List<Event> facts() {
        var facts = new ArrayList<Event>();
        facts.add(levelFact(now));
        if (stateBefore != now.lowState()) {
            facts.add(episodeFact(now.lowState() == LowState.LOW ? "InventoryLow" : "InventoryReplenished"));
        }
        return facts;
    }

    /** The fact of a level alone. */
    static Event levelFact(StockLevel level) {
        return fact("StockLevelChanged", level, StockLevelChanged.of(level));
    }

    private Event episodeFact(String fact) {
        return fact(fact, now, LowStockEpisode.of(name, now))
                .withId(Ids.derivedFrom(fact + "|" + now.sku() + "|" + now.episode()));
    }

    private static Event fact(String fact, StockLevel level, Object data) {
        return Event.of("duplex." + fact + ".v1", TOPIC, new Aggregate("stock", level.sku(), level.version()), data);
    }
}
