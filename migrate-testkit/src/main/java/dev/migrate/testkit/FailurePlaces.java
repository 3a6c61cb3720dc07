package dev.migrate.testkit;

/** At how many places a run fails or dies in a test. */
final class FailurePlaces {

  /** The system property; the value {@code all} tries every place in every way there is. */
  private static final String PROPERTY = "migrate.test.failures";

  private FailurePlaces() {}

  static boolean takesAll() {
    return "all".equals(System.getProperty(PROPERTY));
  }
}
