package io.provincelink.kit.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names what a reader gets beside this, worked out by the service. A client that sends back what it read may leave it in: it is passed
 * over, where any other unknown field is refused.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadBack {
    String[] value();
}
