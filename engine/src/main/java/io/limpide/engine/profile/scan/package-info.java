/** Finds in free text what must not be kept there. */
@org.jspecify.annotations.NullMarked
package io.limpide.engine.profile.scan;
