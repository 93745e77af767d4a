package io.duplex.inventory.product.api;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** An amount above zero and below a thousand million, so that the largest order's total can still be written. */
@Constraint(validatedBy = PositivePrice.Check.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface PositivePrice {
    String message() default "must be above 0 and below 1000000000";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is another constraint's business. */
    class Check implements ConstraintValidator<PositivePrice, Money> {
        private static final BigDecimal LIMIT = new BigDecimal("1000000000");

        @Override
        public boolean isValid(@Nullable Money price, ConstraintValidatorContext context) {
            return price == null || (price.isPositive() && price.getAmount().compareTo(LIMIT) < 0);
        }
    }
}
