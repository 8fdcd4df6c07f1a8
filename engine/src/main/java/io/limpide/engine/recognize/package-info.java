/** Understands what the columns of a table mean, from their headers and their values. */
@org.jspecify.annotations.NullMarked
package io.limpide.engine.recognize;
