@org.jspecify.annotations.NullMarked
package io.limpide.server.api;
