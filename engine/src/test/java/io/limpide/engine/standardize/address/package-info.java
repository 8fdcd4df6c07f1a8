@org.jspecify.annotations.NullMarked
package io.limpide.engine.standardize.address;
