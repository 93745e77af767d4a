package io.duplex.inventory;

import io.duplex.embedded.DuplexTestResource;
import io.duplex.inventory.reconcile.OrderBook;
import io.duplex.stubs.StubsTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test against the running service with its real database, broker and token issuer; order-service alone is played. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@QuarkusTestResource(
        value = DuplexTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "inventory-service"))
@QuarkusTestResource(StubsTestResource.class)
@QuarkusTestResource(OrderDesk.class)
@QuarkusTestResource(OrderBook.class)
public @interface RunningInventoryService {}
