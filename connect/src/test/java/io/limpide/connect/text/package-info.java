@org.jspecify.annotations.NullMarked
package io.limpide.connect.text;
