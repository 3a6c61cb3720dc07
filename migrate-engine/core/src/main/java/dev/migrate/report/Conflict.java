package dev.migrate.report;

import dev.migrate.Reconciliation.Variant;
import dev.migrate.RevisionId;
import dev.migrate.error.Facts;
import dev.migrate.operation.Cell;
import dev.migrate.operation.Operation;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A conflict between two operations of parallel revisions: the graph does not order the revisions,
 * but their order matters. Immutable and thread-safe; {@code toString()} explains how to solve it,
 * with code to paste.
 *
 * @param kind the kind of conflict
 * @param first the side that is first in the canonical order
 * @param cells the cells that both access, the most informative first; never empty
 * @param nameSpace the dialect whose name spaces decided, if the conflict is about a name
 * @param orders the orders in which both can run with any data: none, one or both; also empty if
 *     another conflict at an ancestor has to be solved first
 * @param isOpen whether another order works on some databases and fails on others, depending on
 *     their rows or on how they implement a key
 * @param remedies the possible solutions, in words and code
 * @param reconciliation what each does after the other so that both orders end in the same schema,
 *     for a revision that joins them to declare; empty if none is known
 */
public record Conflict(
    Kind kind,
    Side first,
    Side second,
    Set<Cell> cells,
    Optional<String> nameSpace,
    List<List<RevisionId>> orders,
    boolean isOpen,
    List<String> remedies,
    List<Variant> reconciliation) {

  /** The kind of conflict. */
  public enum Kind {
    /** One changes what the other reads or changes. */
    CONFLICT,
    /** Both make the same change. */
    SAME_CHANGE,
    /** Raw SQL or code does not declare what it reads and writes, so the order may matter. */
    UNKNOWN
  }

  /**
   * One of the two revisions.
   *
   * @param name the simple name of its class; its id if it is a value or not in the code
   * @param message its message, if there is one
   * @param operation its operation
   */
  public record Side(
      RevisionId revision, String name, Optional<String> message, Operation operation) {

    /**
     * The revision for messages.
     *
     * @return its id, with its class if that is different
     */
    public String title() {
      return revision.titled(name);
    }

    private String text() {
      return title() + message.map(text -> ", " + text).orElse("") + "\n" + operation;
    }
  }

  /** Copies. */
  public Conflict {
    cells = Collections.unmodifiableSet(new LinkedHashSet<>(cells));
    orders = orders.stream().map(List::copyOf).toList();
    remedies = List.copyOf(remedies);
    reconciliation = List.copyOf(reconciliation);
  }

  /** The cell over which they conflict. */
  public Cell cell() {
    return cells.iterator().next();
  }

  private String headline() {
    String both = first.title() + " and " + second.title();
    return switch (kind) {
      case CONFLICT -> both + " are in conflict: " + cell();
      case SAME_CHANGE -> both + " do the same: " + cell();
      case UNKNOWN -> "it is not known whether " + both + " are in conflict";
    };
  }

  private String works() {
    return switch (orders.size()) {
      case 0 ->
          isOpen ? "it depends on the database and its rows" : "neither order works as written";
      case 1 ->
          orders.get(0).get(0)
              + " before "
              + orders.get(0).get(1)
              + (isOpen ? "; the other order only on some databases" : "");
      default -> "both orders, with results that may differ";
    };
  }

  @Override
  public String toString() {
    Facts facts = Facts.of(headline()).with("first", first.text()).with("second", second.text());
    if (kind != Kind.UNKNOWN && cells.size() > 1) {
      facts = facts.list("over", cells);
    }
    if (nameSpace.isPresent()) {
      facts = facts.with("names", nameSpace.get());
    }
    if (kind == Kind.CONFLICT) {
      facts = facts.with("works", works());
    }
    boolean next = true;
    for (String remedy : remedies) {
      facts = facts.with(next ? "next" : "or", remedy);
      next = false;
    }
    return facts.toString();
  }
}
