/** The whole base in one file, and back. */
@org.jspecify.annotations.NullMarked
package io.limpide.server.backup;
