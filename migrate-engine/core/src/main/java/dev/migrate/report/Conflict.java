package dev.migrate.report;

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
 * Two operations of two parallel revisions that are in conflict: neither revision comes before the
 * other, and it matters which one does. Immutable and thread-safe; {@code toString()} says what to
 * do about it, with code to paste.
 *
 * @param kind what kind of conflict it is
 * @param first the one that comes first in the canonical order
 * @param second the other
 * @param cells what both touch, the most informative first; never empty
 * @param nameSpace whose space of names decided, if it is about a name
 * @param orders the orders in which both can run, whatever rows a database has: none, one or both;
 *     empty as well where another conflict below has to be solved first
 * @param isOpen whether another order works on some databases and fails on others, by their rows or
 *     by what they bind a key to
 * @param remedies the ways out, in words and code
 */
public record Conflict(
    Kind kind,
    Side first,
    Side second,
    Set<Cell> cells,
    Optional<String> nameSpace,
    List<List<RevisionId>> orders,
    boolean isOpen,
    List<String> remedies) {

  /** What kind of conflict it is. */
  public enum Kind {
    /** One changes what the other looks at or changes. */
    CONFLICT,
    /** Both do the same. */
    SAME_CHANGE,
    /** Raw SQL or code does not state what it looks at and changes, so the order may matter. */
    UNKNOWN
  }

  /**
   * One of the two revisions.
   *
   * @param revision its id
   * @param name its class in short; its id if it is a value, or the code does not know it
   * @param message what it is for, if it says so
   * @param operation what it does
   */
  public record Side(
      RevisionId revision, String name, Optional<String> message, Operation operation) {

    /**
     * The revision in words.
     *
     * @return its id, and its class where that says more
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
  }

  /**
   * What they fight over.
   *
   * @return the most telling of the cells
   */
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
              + (isOpen ? "; the other way not on every database" : "");
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
