package io.duplex.inventory.stock.api;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A quantity that makes sense for its type: added ones above zero, corrections not zero, counted ones not below. */
@Constraint(validatedBy = QuantityFitsType.Check.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface QuantityFitsType {
    String message() default "must be above 0 for RECEIPT and RETURN, not 0 for ADJUSTMENT, 0 or more for COUNT";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Points at quantity; missing values are other constraints' business. */
    class Check implements ConstraintValidator<QuantityFitsType, RecordMovementRequest> {
        @Override
        public boolean isValid(RecordMovementRequest request, ConstraintValidatorContext context) {
            if (request.type() == null || request.quantity() == null || fits(request.type(), request.quantity())) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("quantity")
                    .addConstraintViolation();
            return false;
        }

        private static boolean fits(RecordMovementRequest.Type type, int quantity) {
            return switch (type) {
                case RECEIPT, RETURN -> quantity > 0;
                case ADJUSTMENT -> quantity != 0;
                case COUNT -> quantity >= 0;
            };
        }
    }
}
