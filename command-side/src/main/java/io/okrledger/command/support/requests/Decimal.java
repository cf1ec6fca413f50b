package io.okrledger.command.support.requests;

import io.okrledger.events.scoring.Decimals;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A measure: at most 18 significant digits, of which at most 6 stand behind the point. */
@Documented
@Constraint(validatedBy = Decimal.Rules.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Decimal {

    String message() default "number-out-of-range: At most 18 digits, of which at most 6 after the point.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The ledger's own rule; null is left to {@code @NotNull}. */
    final class Rules implements ConstraintValidator<Decimal, BigDecimal> {

        @Override
        public boolean isValid(@Nullable BigDecimal value, ConstraintValidatorContext context) {
            return value == null || Decimals.inRange(value);
        }
    }
}
