/** How rows get into PostgreSQL by the thousands. */
@org.jspecify.annotations.NullMarked
package io.limpide.server.store;
