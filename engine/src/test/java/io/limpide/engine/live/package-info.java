@org.jspecify.annotations.NullMarked
package io.limpide.engine.live;
