package io.limpide.server.account;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks what somebody may do whose role needs a second factor and who has none yet. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface WhileEnrolling {}
