@org.jspecify.annotations.NullMarked
package io.limpide.cli.live;
