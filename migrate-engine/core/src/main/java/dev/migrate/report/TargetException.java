package dev.migrate.report;

import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import java.util.List;

/**
 * A target that means nothing, or more than one thing, on the graph and the state at hand. The
 * message says why; {@link #candidates()} is what could have been meant. Nothing was changed.
 */
public final class TargetException extends MigrateException {

  private static final long serialVersionUID = 1L;

  private final String target;
  private final transient List<String> candidates;

  /**
   * Creates the exception.
   *
   * @param target the target as it was given
   * @param candidates targets that could have been meant, possibly empty
   * @param facts what the message says
   */
  public TargetException(String target, List<String> candidates, Facts facts) {
    super(facts);
    this.target = target;
    this.candidates = List.copyOf(candidates);
  }

  /**
   * The target as it was given.
   *
   * @return the text, possibly empty
   */
  public String target() {
    return target;
  }

  /**
   * What could have been meant.
   *
   * @return targets to try instead, the likeliest first; at most ten, possibly empty
   */
  public List<String> candidates() {
    return candidates;
  }
}
