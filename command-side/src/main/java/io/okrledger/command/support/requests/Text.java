package io.okrledger.command.support.requests;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** Words for people: not blank, not too long, without control characters; several lines only where that is natural. */
@Documented
@Constraint(validatedBy = Text.Rules.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Text {

    int TITLE = 200;
    int DESCRIPTION = 4000;
    int NOTE = 2000;
    int REASON = 500;
    int UNIT = 20;

    /** The longest text, in characters as Unicode counts them. */
    int max();

    boolean multiline() default false;

    String message() default "malformed: This is not a text.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rules in the order in which they are told; null is left to {@code @NotNull}. */
    final class Rules implements ConstraintValidator<Text, String> {

        private int max;
        private boolean multiline;

        @Override
        public void initialize(Text text) {
            max = text.max();
            multiline = text.multiline();
        }

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            var problem = value == null ? null : problemOf(value);
            if (problem == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(problem).addConstraintViolation();
            return false;
        }

        private @Nullable String problemOf(String value) {
            if (value.isBlank()) {
                return "blank: A text is required here.";
            }
            if (value.codePointCount(0, value.length()) > max) {
                return "too-long: At most " + max + " characters.";
            }
            return value.codePoints().anyMatch(this::isForbidden)
                    ? "control-character: Control characters are not allowed."
                    : null;
        }

        private boolean isForbidden(int character) {
            var isLayout = character == '\n' || character == '\r' || character == '\t';
            return Character.isISOControl(character)
                    ? !(multiline && isLayout)
                    : Character.getType(character) == Character.SURROGATE;
        }
    }
}
