package dev.migrate.generate;

import java.util.Map;
import java.util.TreeMap;

/** What came of many pairs of schemas. Not thread-safe. */
final class Tally {

  private final Map<String, Integer> refusals = new TreeMap<>();
  private int changes;
  private int rows;

  void refused(String message) {
    refusals.merge(message.lines().findFirst().orElse(""), 1, Integer::sum);
  }

  void changed() {
    changes++;
  }

  void kept(int more) {
    rows += more;
  }

  /** How many times a database became another. */
  int changes() {
    return changes;
  }

  /** How many rows were still there. */
  int rows() {
    return rows;
  }

  /** How many times a dialect refused to do it. */
  int refusals() {
    return refusals.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  public String toString() {
    return changes + " changes, " + rows + " rows kept, refused: " + refusals;
  }
}
