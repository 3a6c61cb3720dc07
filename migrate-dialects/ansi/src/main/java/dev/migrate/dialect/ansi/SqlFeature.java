package dev.migrate.dialect.ansi;

import java.util.Set;

/**
 * What a database may or may not let a constraint, an index or a sequence say. A dialect lists what
 * its database can do; everything else is refused, with the alternative.
 */
public enum SqlFeature {
  /** A unique constraint or index in which NULL equals NULL. */
  NULLS_NOT_DISTINCT("leave nullsNotDistinct() out, and declare the columns notNull()"),
  /** A primary key or unique constraint that is checked at the end of the transaction. */
  DEFERRABLE_KEY("leave deferrable() out, and write the rows in an order that keeps the key"),
  /** A foreign key that is checked at the end of the transaction. */
  DEFERRABLE_FOREIGN_KEY(
      "leave deferrable() out, and write the rows in an order that keeps the key"),
  /** A primary key or unique constraint whose index carries further columns along. */
  INCLUDED_COLUMNS("leave including(…) out, or add an index over these columns"),
  /** A check or foreign key that is declared only. */
  NOT_ENFORCED("leave the constraint out, as no row is checked"),
  /** A foreign key that a row violates if some of its columns are NULL and others are not. */
  MATCH_FULL("leave matchFull() out, and add a check that the columns are all NULL or none is"),
  /** A foreign key that sets some of its columns only when a referred row is deleted. */
  SET_COLUMNS("let onDelete(…) set all columns, or set them in a trigger"),
  /** An index that compares text in another way than its column. */
  INDEX_COLLATION("leave collate(…) of the index out, or give the column the collation"),
  /** A sequence with values of another type than bigint. */
  SEQUENCE_TYPE("leave type(…) out, and set maximum(…)"),
  /** A sequence whose values get another type. */
  SEQUENCE_NEW_TYPE("leave valueType(…) out, and set minimum(…) and maximum(…)"),
  /** A sequence with a smallest or a greatest value. */
  SEQUENCE_LIMITS("leave minimum(…) and maximum(…) out"),
  /** A sequence that begins again after its last value. */
  SEQUENCE_CYCLE("leave cycling() out, and compute the value with a modulo where it is used"),
  /** A sequence of which a session takes several values at once. */
  SEQUENCE_CACHE("leave cache(…) out");

  /** What SQL:2023 has words for. */
  static final Set<SqlFeature> STANDARD =
      Set.of(
          NULLS_NOT_DISTINCT,
          DEFERRABLE_KEY,
          DEFERRABLE_FOREIGN_KEY,
          NOT_ENFORCED,
          MATCH_FULL,
          SEQUENCE_TYPE,
          SEQUENCE_LIMITS,
          SEQUENCE_CYCLE);

  private final String alternative;

  SqlFeature(String alternative) {
    this.alternative = alternative;
  }

  /** What to write instead where a database cannot do it. */
  String alternative() {
    return alternative;
  }
}
