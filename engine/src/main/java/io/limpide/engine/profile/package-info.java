/** Counts what is in a table and scores its quality. */
@org.jspecify.annotations.NullMarked
package io.limpide.engine.profile;
