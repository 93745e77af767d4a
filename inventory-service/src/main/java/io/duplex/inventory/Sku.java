package io.duplex.inventory;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The number of a product: letters, digits, dot, hyphen and underscore, 64 at most, no mark in front. */
@Pattern(regexp = Sku.SYNTAX, message = "must be a SKU")
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Sku {
    String SYNTAX = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    String message() default "must be a SKU";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
