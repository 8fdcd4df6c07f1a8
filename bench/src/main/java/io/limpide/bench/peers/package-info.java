/** Limpide beside other programs that find duplicates, on the same files. */
@org.jspecify.annotations.NullMarked
package io.limpide.bench.peers;
