package dev.migrate.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The attributes of an element that a difference names, beside its own name. Two elements of the
 * same kind have the same attributes in the same order.
 */
final class ElementAttributes {

  private final Map<String, Optional<?>> values = new LinkedHashMap<>();

  private ElementAttributes() {}

  /** The attributes of a table itself; its columns, constraints and indexes are elements. */
  static Map<String, Optional<?>> of(Table table) {
    List<String> options = table.options().stream().map(TableOption::toString).sorted().toList();
    return new ElementAttributes()
        .with("comment", table.comment())
        .with(
            "options",
            options.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", options)))
        .values;
  }

  static Map<String, Optional<?>> of(Column column) {
    return new ElementAttributes()
        .with("type", Optional.of(column.type()))
        .with("nullability", Optional.of(column.nullable() ? "nullable" : "not null"))
        .with("default", column.defaultValue())
        .with("identity", column.identityMode())
        .with("computation", column.generated())
        .with("collation", column.collation())
        .with("comment", column.comment())
        .values;
  }

  static Map<String, Optional<?>> of(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      return new ElementAttributes()
          .with("columns", list(key.columns()))
          .with("deferrability", words(key.deferrability()))
          .with("included columns", list(key.included()))
          .values;
    } else if (constraint instanceof Unique key) {
      return new ElementAttributes()
          .with("columns", list(key.columns()))
          .with("nulls not distinct", yes(key.isNullsNotDistinct()))
          .with("deferrability", words(key.deferrability()))
          .with("included columns", list(key.included()))
          .values;
    } else if (constraint instanceof ForeignKey key) {
      return foreignKey(key);
    }
    Check check = (Check) constraint;
    return new ElementAttributes()
        .with("condition", Optional.of(check.condition()))
        .with("at column", check.atColumn())
        .with("not valid", yes(check.isNotValid()))
        .with("not enforced", yes(check.isNotEnforced()))
        .values;
  }

  private static Map<String, Optional<?>> foreignKey(ForeignKey key) {
    return new ElementAttributes()
        .with("columns", list(key.columns()))
        .with("target table", Optional.of(key.target()))
        .with("target columns", list(key.targetColumns()))
        .with("match", words(key.match()))
        .with("on delete", words(key.onDelete()))
        .with("columns set on delete", list(key.onDeleteColumns()))
        .with("on update", words(key.onUpdate()))
        .with("deferrability", words(key.deferrability()))
        .with("not valid", yes(key.isNotValid()))
        .with("not enforced", yes(key.isNotEnforced()))
        .values;
  }

  static Map<String, Optional<?>> of(Index index) {
    return new ElementAttributes()
        .with("unique", yes(index.isUnique()))
        .with("method", index.method())
        .with("keys", list(index.keys()))
        .with("included columns", list(index.included()))
        .with("nulls not distinct", yes(index.isNullsNotDistinct()))
        .with("condition", index.where())
        .with("invisible", yes(index.isInvisible()))
        .values;
  }

  static Map<String, Optional<?>> of(Sequence sequence) {
    return new ElementAttributes()
        .with("type", sequence.type())
        .with("start", Optional.of(sequence.start()))
        .with("increment", Optional.of(sequence.increment()))
        .with("minimum", sequence.minimum())
        .with("maximum", sequence.maximum())
        .with("cycles", yes(sequence.cycles()))
        .with("cache", sequence.cache())
        .with("owner", sequence.ownedBy())
        .values;
  }

  static Map<String, Optional<?>> of(View view) {
    return new ElementAttributes()
        .with("query", view.query())
        .with("reads", Optional.of(view.reads()).filter(reads -> !reads.isEmpty()))
        .values;
  }

  static Map<String, Optional<?>> of(EnumType type) {
    return new ElementAttributes()
        .with("labels", list(type.labels().stream().map(Literal::of).toList()))
        .values;
  }

  private ElementAttributes with(String name, Optional<?> value) {
    values.put(name, value);
    return this;
  }

  private static Optional<List<?>> list(List<?> values) {
    return Optional.<List<?>>of(values).filter(all -> !all.isEmpty());
  }

  private static Optional<String> yes(boolean value) {
    return Optional.of(value ? "yes" : "no");
  }

  private static Optional<String> words(Enum<?> value) {
    return Optional.of(value.name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }
}
