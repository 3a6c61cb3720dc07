package dev.migrate.schema;

import java.util.Locale;

/** When a key or a foreign key is checked. */
public enum Deferrability {
  /** After each statement, always. */
  NOT_DEFERRABLE,
  /** After each statement, unless the transaction says otherwise. */
  INITIALLY_IMMEDIATE,
  /** At the end of the transaction, unless the transaction says otherwise. */
  INITIALLY_DEFERRED;

  /** The words in the text of a constraint, with a space in front; empty for the usual. */
  String text() {
    return this == NOT_DEFERRABLE ? "" : " " + name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
