package dev.migrate.dialect;

import dev.migrate.operation.Operation;
import dev.migrate.operation.RawOperation;
import dev.migrate.schema.ElementName;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One statement of a script, and its effect.
 *
 * @param kind how it is executed, and what can be determined after a crash
 * @param sql the SQL without a trailing semicolon; for code, a description
 * @param part the change that this statement makes: the operation, or the part of it that this
 *     statement performs; if several operations are rendered together, one of them
 * @param transaction whether it runs inside a transaction
 * @param cleanup removes the remains of a failed or killed attempt before the statement is retried
 * @param restates elements that the statement redefines as a whole, so that the database forgets
 *     attributes that it does not repeat, as with MySQL's {@code MODIFY}. Under their names before
 *     the statement, without elements that {@code part} drops.
 */
public record Statement(
    Kind kind,
    String sql,
    Operation part,
    Transaction transaction,
    Optional<Cleanup> cleanup,
    Set<ElementName> restates) {

  /**
   * How the remains of a failed attempt are removed.
   *
   * @param query returns a row if there are remains that certainly stem from the attempt
   * @param removal the statement that removes them
   */
  public record Cleanup(String query, String removal) {

    /** Checks for null. */
    public Cleanup {
      Objects.requireNonNull(query, "query");
      Objects.requireNonNull(removal, "removal");
    }
  }

  /** How a statement is executed, and what can be determined after a crash. */
  public enum Kind {
    /**
     * Changes the schema as {@link Statement#part} does. Inspection shows whether it ran; if the
     * database stores the same before and after, running it again changes nothing.
     */
    STRUCTURE,
    /** Changes rows only, so it shares a transaction with the history. */
    DATA,
    /**
     * Raw SQL that does not declare its effect on the schema, so inspection cannot show whether it
     * ran.
     */
    OPAQUE,
    /** Java code; shares a transaction with the history. */
    CODE,
    /**
     * A query that must return no row. If it returns one, the revision fails and the message shows
     * the row.
     */
    CHECK
  }

  /** Whether a statement runs inside a transaction, on databases with transactional DDL. */
  public enum Transaction {
    /** Works inside and outside a transaction. */
    EITHER,
    /** Safe only in one transaction with the rest of the revision. */
    NEEDED,
    /**
     * The database refuses it inside a transaction, so the revision runs statement by statement.
     */
    FORBIDDEN
  }

  /** Checks for null. */
  public Statement {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(part, "part");
    Objects.requireNonNull(transaction, "transaction");
    Objects.requireNonNull(cleanup, "cleanup");
    restates = Set.copyOf(restates);
  }

  /**
   * A statement that works inside and outside a transaction, and leaves nothing behind if it fails.
   *
   * @param kind how it is executed
   * @param part the change that it makes
   */
  public Statement(Kind kind, String sql, Operation part) {
    this(kind, sql, part, Transaction.EITHER, Optional.empty(), Set.of());
  }

  /**
   * A statement that changes the schema.
   *
   * @param part the change that it makes
   */
  public static Statement structure(String sql, Operation part) {
    return new Statement(Kind.STRUCTURE, sql, part);
  }

  /**
   * A statement that changes rows.
   *
   * @param part the change that it makes
   */
  public static Statement data(String sql, Operation part) {
    return new Statement(Kind.DATA, sql, part);
  }

  /**
   * A query that must return no row.
   *
   * @param part the change after which it is executed
   */
  public static Statement check(String sql, Operation part) {
    return new Statement(Kind.CHECK, sql, part);
  }

  /** A copy that is safe only in one transaction with the rest of the revision. */
  public Statement insideTransaction() {
    return new Statement(kind, sql, part, Transaction.NEEDED, cleanup, restates);
  }

  /** A copy that the database refuses inside a transaction. */
  public Statement outsideTransaction() {
    return new Statement(kind, sql, part, Transaction.FORBIDDEN, cleanup, restates);
  }

  /**
   * A copy with SQL that cleans up after a failed attempt.
   *
   * @param query returns a row if there are remains that certainly stem from the attempt
   * @param removal the statement that removes them
   */
  public Statement cleanedBy(String query, String removal) {
    return new Statement(
        kind, sql, part, transaction, Optional.of(new Cleanup(query, removal)), restates);
  }

  /** A copy that makes another change of the model. */
  public Statement carryingOut(Operation other) {
    return new Statement(kind, sql, other, transaction, cleanup, restates);
  }

  /**
   * A copy that redefines these elements as a whole, so that the database forgets what it does not
   * repeat. Each of them is compared with the live one before anything runs, and a difference is
   * refused.
   *
   * @param first an element under its name before the statement; a table includes all its parts
   */
  public Statement restating(ElementName first, ElementName... more) {
    Set<ElementName> all = new HashSet<>(restates);
    all.add(first);
    all.addAll(List.of(more));
    return new Statement(kind, sql, part, transaction, cleanup, all);
  }

  /** Whether it is raw SQL or code, which may do anything. */
  public boolean isForeign() {
    return part instanceof RawOperation;
  }

  @Override
  public String toString() {
    return sql;
  }
}
