package io.limpide.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What figures were measured on. */
public final class Machine {
  private Machine() {}

  /** Returns the JVM, the number of processors and how busy they are; without a line end. */
  public static String described() {
    return String.format(
        Locale.ROOT,
        "Java %s (%s), %d processors, load %.1f",
        System.getProperty("java.version"),
        System.getProperty("java.vm.name"),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
