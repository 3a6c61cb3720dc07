package dev.migrate.schema;

import java.util.Locale;

/** When a constraint is checked. */
public enum Deferrability {
  /** After each statement, always. */
  NOT_DEFERRABLE,
  /** After each statement, unless the transaction postpones it. */
  INITIALLY_IMMEDIATE,
  /** At the end of the transaction, unless the transaction advances it. */
  INITIALLY_DEFERRED;

  /** The words in the text of a constraint, with a leading space; empty for the default. */
  String text() {
    return this == NOT_DEFERRABLE ? "" : " " + name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
