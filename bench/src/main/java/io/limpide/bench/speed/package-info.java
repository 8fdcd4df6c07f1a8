/** How long a whole run takes, and how much memory, beside a plain copy of the same file. */
@org.jspecify.annotations.NullMarked
package io.limpide.bench.speed;
