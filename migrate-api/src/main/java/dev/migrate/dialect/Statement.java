package dev.migrate.dialect;

import dev.migrate.operation.Operation;

/**
 * One statement of a script, and what it does.
 *
 * @param kind how it is carried out, and what can be told after a crash
 * @param sql the SQL without a closing semicolon; for code, a description
 * @param part the change that this statement makes: the operation itself, or the part of it that
 *     this one of several statements carries out
 */
public record Statement(Kind kind, String sql, Operation part) {

  /** How a statement is carried out, and what can be told after a crash. */
  public enum Kind {
    /**
     * Changes the schema as {@link Statement#part} does. Whether it ran can be seen by looking;
     * where it cannot, because the database stores the same before and after, running it again
     * changes nothing.
     */
    STRUCTURE,
    /** Changes rows only, so it shares a transaction with the history. */
    DATA,
    /** Raw SQL that did not say what it does to the schema; whether it ran cannot be seen. */
    OPAQUE,
    /** Java code; shares a transaction with the history. */
    CODE
  }

  /**
   * A statement that changes the schema.
   *
   * @param sql the SQL
   * @param part the change that it makes
   * @return the statement
   */
  public static Statement structure(String sql, Operation part) {
    return new Statement(Kind.STRUCTURE, sql, part);
  }

  /**
   * A statement that changes rows.
   *
   * @param sql the SQL
   * @param part the change that it makes
   * @return the statement
   */
  public static Statement data(String sql, Operation part) {
    return new Statement(Kind.DATA, sql, part);
  }

  @Override
  public String toString() {
    return sql;
  }
}
