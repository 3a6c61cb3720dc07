package dev.migrate.schema;

import java.util.List;
import java.util.Map;

/** The default of a column: the value for inserts that do not name it. Immutable. */
public sealed interface DefaultValue
    permits Literal, CurrentTimestamp, CurrentDate, NextValue, Expression, VaryingDefault {

  /**
   * The default on one dialect.
   *
   * @param names the dialect's names, the most specific first
   * @return this, or the variant for the first name that has one
   */
  default DefaultValue on(List<DialectName> names) {
    return this;
  }

  /**
   * Sets the default for one dialect.
   *
   * @param variant the default for that dialect
   */
  default VaryingDefault on(DialectName dialect, DefaultValue variant) {
    return new VaryingDefault(this, Map.of(dialect, variant));
  }

  /**
   * Calls the visitor's method for this kind of default.
   *
   * @param visitor what to do with each kind
   */
  <R> R accept(DefaultValueVisitor<R> visitor);
}
