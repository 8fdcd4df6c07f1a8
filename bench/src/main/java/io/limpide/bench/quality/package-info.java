@org.jspecify.annotations.NullMarked
package io.limpide.bench.quality;
