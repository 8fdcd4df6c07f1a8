/** What whoever runs a server looks at: whether it lives, how much it does. */
@org.jspecify.annotations.NullMarked
package io.limpide.server.operation;
