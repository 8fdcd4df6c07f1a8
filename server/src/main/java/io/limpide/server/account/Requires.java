package io.limpide.server.account;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the right that a page or call needs: any one of those given. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requires {
  /** The rights, any one of which is enough; empty when it is enough to be signed in. */
  Right[] value() default {};
}
