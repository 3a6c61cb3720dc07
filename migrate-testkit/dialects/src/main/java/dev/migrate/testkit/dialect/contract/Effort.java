package dev.migrate.testkit.dialect.contract;

/**
 * How many of many similar cases the contracts try on a database. Distances say that every second,
 * third… case is tried; 1 is all of them. Immutable.
 *
 * @param randomSequences random sequences of operations
 * @param operations the distance between samples of operations that are run
 * @param moments the distance between moments at which a run is killed
 * @param resumedOperations the distance between samples of operations that are killed
 * @param scriptedOperations the distance between samples of operations in scripts
 * @param scriptFailures the distance between places at which a script fails
 * @param soundnessPairs pairs of changes whose verdict is compared with the database
 * @param advicePairs pairs of changes whose advice is followed
 */
public record Effort(
    int randomSequences,
    int operations,
    int moments,
    int resumedOperations,
    int scriptedOperations,
    int scriptFailures,
    int soundnessPairs,
    int advicePairs) {

  /** For a database in the process. */
  public static final Effort USUAL = new Effort(300, 1, 1, 1, 1, 1, 1_000, 600);

  /** A copy with this number of random sequences of operations. */
  public Effort randomSequences(int count) {
    return new Effort(
        count,
        operations,
        moments,
        resumedOperations,
        scriptedOperations,
        scriptFailures,
        soundnessPairs,
        advicePairs);
  }

  /** A copy with this distance between samples of operations that are run. */
  public Effort everyNthOperation(int step) {
    return new Effort(
        randomSequences,
        step,
        moments,
        resumedOperations,
        scriptedOperations,
        scriptFailures,
        soundnessPairs,
        advicePairs);
  }

  /** A copy with these distances between deaths: of one run, and of runs of samples. */
  public Effort everyNthDeath(int moment, int operation) {
    return new Effort(
        randomSequences,
        operations,
        moment,
        operation,
        scriptedOperations,
        scriptFailures,
        soundnessPairs,
        advicePairs);
  }

  /** A copy with these distances between scripts: of samples, and of failures. */
  public Effort everyNthScript(int operation, int failure) {
    return new Effort(
        randomSequences,
        operations,
        moments,
        resumedOperations,
        operation,
        failure,
        soundnessPairs,
        advicePairs);
  }

  /**
   * A copy with these numbers of pairs: whose verdict is compared, and whose advice is followed.
   */
  public Effort pairs(int soundness, int advice) {
    return new Effort(
        randomSequences,
        operations,
        moments,
        resumedOperations,
        scriptedOperations,
        scriptFailures,
        soundness,
        advice);
  }
}
