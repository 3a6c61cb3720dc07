package dev.migrate.hibernate;

import dev.migrate.hibernate.sample.Samples;
import org.hibernate.Version;

/** Runs in a JVM that has another Hibernate. */
public final class OnOldest {

  private OnOldest() {}

  /** Verifies the sample, and tells with which version. */
  public static void main(String[] arguments) {
    new MigratedModel(Engines.H2, Samples.all(), Engines.H2.settings()).verify();
    System.out.println("verified with " + Version.getVersionString());
  }
}
