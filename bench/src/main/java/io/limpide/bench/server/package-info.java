/** The server over a large base: start, import, reading, lists, search, pages. */
@org.jspecify.annotations.NullMarked
package io.limpide.bench.server;
