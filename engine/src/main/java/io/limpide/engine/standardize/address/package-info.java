/**
 * Postal addresses: recognising their parts, bringing them into form, holding them against France.
 */
@org.jspecify.annotations.NullMarked
package io.limpide.engine.standardize.address;
