package io.duplex.inventory.product.api;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** Thresholds between which the low state stays as it is: the one that clears it lies above the other. */
@Constraint(validatedBy = Hysteresis.Check.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface Hysteresis {
    String message() default "must be above lowThreshold";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** A request that carries thresholds. */
    interface Carrier {
        @Nullable
        Integer lowThreshold();

        @Nullable
        Integer clearThreshold();
    }

    /** Points at clearThreshold; missing values are other constraints' business. */
    class Check implements ConstraintValidator<Hysteresis, Carrier> {
        @Override
        public boolean isValid(Carrier request, ConstraintValidatorContext context) {
            var low = request.lowThreshold();
            var clear = request.clearThreshold();
            if (low == null || clear == null || clear > low) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("clearThreshold")
                    .addConstraintViolation();
            return false;
        }
    }
}
