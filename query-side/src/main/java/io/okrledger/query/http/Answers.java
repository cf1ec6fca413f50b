package io.okrledger.query.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the projections (processing groups) from which a controller, or one of its methods, answers. Every such answer
 * carries the position that all of them have reached, can be asked to wait for one, and refuses parameters that it does
 * not know. Without a name the answer comes from the log itself.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Answers {
    String[] value() default {};
}
