// Tests look into trees of JSON whose keys they know: a missing one fails them anyway.
@org.jspecify.annotations.NullUnmarked
package io.limpide.cli;
