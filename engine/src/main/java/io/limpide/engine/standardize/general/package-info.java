/** Countries, amounts, flags, tags and plain texts. */
@org.jspecify.annotations.NullMarked
package io.limpide.engine.standardize.general;
