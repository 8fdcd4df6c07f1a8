/** Phone numbers: reading, routing to the right territory, kind, and form. */
@org.jspecify.annotations.NullMarked
package io.limpide.engine.standardize.phone;
