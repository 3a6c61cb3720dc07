package dev.migrate.commands.entry;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import dev.migrate.report.RevisionInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A revision as the commands show it. Immutable.
 *
 * @param lineage its place in the graph
 * @param name the simple name of its class; its id if it is a value or not in the code
 * @param children the revisions that follow it
 * @param isNeeded whether another revision follows or depends on it
 * @param isCurrent whether it is applied, and nothing that follows or depends on it; false if the
 *     database was not asked
 * @param database its state; empty if the database was not asked
 */
public record RevisionEntry(
    Lineage lineage,
    String name,
    List<RevisionId> children,
    boolean isNeeded,
    boolean isCurrent,
    Optional<RevisionInfo> database) {

  /** Copies. */
  public RevisionEntry {
    Objects.requireNonNull(lineage, "lineage");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(database, "database");
    children = List.copyOf(children);
  }

  /** The revision. */
  public RevisionId id() {
    return lineage.id();
  }

  /** The revision for messages: its id, with its class if that is different. */
  public String title() {
    return id().titled(name);
  }

  /** Whether it has no children. */
  public boolean isHead() {
    return children.isEmpty();
  }

  /** Whether it has several children. */
  public boolean isBranchPoint() {
    return children.size() > 1;
  }

  /** Whether it has several parents. */
  public boolean isJoin() {
    return lineage.parents().size() > 1;
  }

  /** Whether it is only in the history of the database. */
  public boolean isUnknown() {
    return database.isPresent() && !database.get().isKnown();
  }

  /** What it is for: its message, or else the name of its class. */
  public String purpose() {
    return lineage.message().orElse(name.equals(id().value()) ? "" : name);
  }
}
