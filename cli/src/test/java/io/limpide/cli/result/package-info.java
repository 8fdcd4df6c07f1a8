@org.jspecify.annotations.NullMarked
package io.limpide.cli.result;
