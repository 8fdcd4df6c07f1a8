/** Speed of single steps, measured with JMH. */
@org.jspecify.annotations.NullMarked
package io.limpide.bench.jmh;
