package dev.migrate.testkit.dialect.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * Which of many similar cases are tried: the same few each time, or with {@code
 * -Dmigrate.test.cases=all} every one.
 */
public final class ContractCases {

  private static final String PROPERTY = "migrate.test.cases";

  private ContractCases() {}

  /**
   * Whether every case is tried.
   *
   * @return false unless the system property says {@code all}
   */
  public static boolean areAll() {
    return "all".equals(System.getProperty(PROPERTY));
  }

  /**
   * The distance from a case to the next one that is tried.
   *
   * @return this distance, or 1 if every case is tried
   */
  public static int step(int few) {
    return areAll() ? 1 : few;
  }

  /** The first, the one in the middle and the last. */
  static <T> List<T> of(List<T> all) {
    if (areAll() || all.size() <= 3) {
      return all;
    }
    return List.of(all.get(0), all.get(all.size() / 2), all.get(all.size() - 1));
  }

  /**
   * Every so many, from one on that depends on who asks: together several tests try more of them.
   *
   * @param step the distance from one to the next; 1 for all
   * @param seed decides where to begin
   * @param all what there is to try
   * @return at least one, if there is one
   */
  static <T> List<T> every(int step, String seed, List<T> all) {
    List<T> chosen = new ArrayList<>();
    int distance = Math.max(1, Math.min(step, all.size()));
    int first = Math.floorMod(seed.hashCode(), distance);
    for (int i = first; i < all.size(); i += distance) {
      chosen.add(all.get(i));
    }
    return chosen;
  }
}
