/** PostgreSQL: where it is, whether it is safe, who may do what in it. */
@org.jspecify.annotations.NullMarked
package io.limpide.server.database;
