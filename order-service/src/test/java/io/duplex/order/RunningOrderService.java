package io.duplex.order;

import io.duplex.embedded.DuplexTestResource;
import io.duplex.stubs.StubsTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test against the running service with its real database, broker and token issuer. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@QuarkusTestResource(
        value = DuplexTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "order-service"))
@QuarkusTestResource(StubsTestResource.class)
public @interface RunningOrderService {}
