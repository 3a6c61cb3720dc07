package dev.migrate.picture.graph;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import dev.migrate.report.RevisionInfo;
import java.util.ArrayList;
import java.util.List;

/**
 * A revision as it is drawn. Immutable.
 *
 * @param lineage its place in the graph
 * @param name the simple name of its class, or its id
 * @param isKnown whether the code has it
 * @param isHead whether it has no children
 * @param isMissing whether it is not applied although a descendant is
 */
public record DrawnRevision(
    Lineage lineage,
    String name,
    DrawnState state,
    boolean isKnown,
    boolean isHead,
    boolean isMissing) {

  /** A revision on a database. */
  public static DrawnRevision of(RevisionInfo info) {
    return new DrawnRevision(
        info.lineage(),
        info.name(),
        DrawnState.of(info.state()),
        info.isKnown(),
        info.isHead(),
        info.isMissing());
  }

  /** The revision. */
  public RevisionId id() {
    return lineage.id();
  }

  /** The id, with the name of the class if that is different. */
  public String title() {
    return id().titled(name);
  }

  /** What is unusual about it, in words. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (!isKnown) {
      warnings.add("unknown to the code");
    }
    if (isMissing) {
      warnings.add("missing: a descendant is applied");
    }
    return warnings;
  }
}
