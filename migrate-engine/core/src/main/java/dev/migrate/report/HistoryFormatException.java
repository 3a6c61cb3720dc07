package dev.migrate.report;

import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import org.jspecify.annotations.Nullable;

/**
 * This version of the library cannot read operations in the history: a newer version wrote them, or
 * the row is damaged. Nothing was changed. Unknown content is never skipped, because an operation
 * that is only partly understood would be only partly undone.
 */
public final class HistoryFormatException extends MigrateException {

  private static final long serialVersionUID = 1L;
  private static final int PRINTED = 500;

  private final String problem;
  private final String place;
  private final boolean newer;

  private HistoryFormatException(
      String problem, String place, boolean newer, String next, @Nullable Throwable cause) {
    super(
        Facts.of("operations in the history cannot be read")
            .with("problem", shortened(problem))
            .with("place", place.isEmpty() ? "the whole text" : shortened(place))
            .with("left", "nothing was changed")
            .next(next),
        cause);
    this.problem = problem;
    this.place = place;
    this.newer = newer;
  }

  /**
   * A newer version of the library wrote something that this one does not know.
   *
   * @param problem a sentence that names the unknown format, kind or field
   * @param place its place as a JSON pointer; empty for the whole text
   */
  public static HistoryFormatException unknown(String problem, String place) {
    return new HistoryFormatException(
        problem,
        place,
        true,
        "use the version of the library that applied the revision, or a newer one",
        null);
  }

  /**
   * No version of the library writes such a text.
   *
   * @param problem what is wrong, as a sentence
   * @param place its place as a JSON pointer; empty for the whole text
   */
  public static HistoryFormatException damaged(String problem, String place) {
    return ofDamage(problem, place, null);
  }

  /**
   * The text is not what any version of the library writes.
   *
   * @param problem what is wrong, as a sentence
   * @param place its place as a JSON pointer; empty for the whole text
   */
  public static HistoryFormatException damaged(String problem, String place, Throwable cause) {
    return ofDamage(problem, place, cause);
  }

  private static HistoryFormatException ofDamage(
      String problem, String place, @Nullable Throwable cause) {
    return new HistoryFormatException(
        problem,
        place,
        false,
        "find out who edited the history; restore the row from a backup, or stamp the revision",
        cause);
  }

  /**
   * The part that cannot be read.
   *
   * @return a sentence that names the kind or field
   */
  public String problem() {
    return problem;
  }

  /**
   * The place of the problem.
   *
   * @return a JSON pointer such as {@code /upgrade/0/addColumn}; empty for the whole text
   */
  public String place() {
    return place;
  }

  /**
   * Whether a newer version of the library may be able to read it.
   *
   * @return true for an unknown format, kind or field; false for a damaged text
   */
  public boolean isNewer() {
    return newer;
  }

  private static String shortened(String text) {
    return text.length() <= PRINTED ? text : text.substring(0, PRINTED) + "\u2026";
  }
}
