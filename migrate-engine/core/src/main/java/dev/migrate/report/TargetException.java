package dev.migrate.report;

import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import java.util.List;

/**
 * A target is invalid or ambiguous for this graph and state. The message says why; {@link
 * #candidates()} lists what could have been meant. Nothing was changed.
 */
public final class TargetException extends MigrateException {

  private static final long serialVersionUID = 1L;

  private final String target;
  private final transient List<String> candidates;

  /**
   * Creates the exception.
   *
   * @param candidates targets that could have been meant, possibly empty
   */
  public TargetException(String target, List<String> candidates, Facts facts) {
    super(facts);
    this.target = target;
    this.candidates = List.copyOf(candidates);
  }

  /**
   * The target as given.
   *
   * @return the text, possibly empty
   */
  public String target() {
    return target;
  }

  /**
   * The targets that could have been meant.
   *
   * @return up to ten targets, the likeliest first; possibly empty
   */
  public List<String> candidates() {
    return candidates;
  }
}
