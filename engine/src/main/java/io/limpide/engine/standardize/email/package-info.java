/** E-mail addresses: syntax, repair, and what they say of the person behind them. */
@org.jspecify.annotations.NullMarked
package io.limpide.engine.standardize.email;
