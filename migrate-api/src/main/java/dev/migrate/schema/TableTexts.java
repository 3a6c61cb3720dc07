package dev.migrate.schema;

import dev.migrate.error.Facts;
import dev.migrate.error.SchemaException;
import dev.migrate.sql.NameChange;
import dev.migrate.sql.PartitionKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The SQL texts of a table: checks, conditions and expressions of indexes, computations, defaults.
 */
record TableTexts(Table table) {

  /** A text and its place. */
  record Found(TextPlace place, Expression text) {}

  /** All texts in the order of the table. */
  List<Found> all() {
    List<Found> all = new ArrayList<>();
    mapped(
        (place, text) -> {
          all.add(new Found(place, text));
          return text;
        });
    return all;
  }

  /** The places whose text may contain the name that changes. */
  List<TextPlace> having(Function<TextPlace, NameChange> change) {
    return all().stream()
        .filter(found -> found.text().mayHave(change.apply(found.place())))
        .map(Found::place)
        .distinct()
        .toList();
  }

  /**
   * The table after a change of a name in its texts.
   *
   * @param what the change in words, such as {@code rename column t.a to b}
   * @param change the change for each text
   * @throws SchemaException if it is not certain what the name refers to in a text
   */
  Table following(String what, Function<TextPlace, NameChange> change) {
    return mapped(
        (place, text) ->
            text.following(change.apply(place)).orElseThrow(() -> refusal(what, place, text)));
  }

  /** The table with texts that do not qualify columns with its name. */
  Table unqualified() {
    return mapped((place, text) -> text.unqualified(table.name()));
  }

  private static SchemaException refusal(String what, TextPlace place, Expression text) {
    List<String> advice = place.advice();
    return new SchemaException(
        Facts.of("the " + place.user() + " of table " + place.table().name() + " cannot follow")
            .with("operation", what)
            .with("text", text.toString())
            .with("because", "it is not certain what the name refers to in it")
            .next(
                "remove it first, and restore it afterwards with the new text:\n"
                    + advice.get(0)
                    + ";\n… // "
                    + what
                    + "\n"
                    + advice.get(1)
                    + ";"));
  }

  /** Returns the same instance if no text changes; many tables have none. */
  private Table mapped(BiFunction<TextPlace, Expression, Expression> change) {
    boolean[] changed = {false};
    BiFunction<TextPlace, Expression, Expression> noted =
        (place, text) -> {
          Expression then = change.apply(place, text);
          changed[0] |= !then.isSameText(text);
          return then;
        };
    boolean none =
        table.columns().stream().noneMatch(TableTexts::hasText)
            && table.constraints().stream().noneMatch(Check.class::isInstance)
            && table.indexes().stream().noneMatch(Index::hasText);
    if (none) {
      return table;
    }
    List<Column> columns = table.columns().stream().map(c -> column(c, noted)).toList();
    List<Constraint> constraints =
        table.constraints().stream().map(c -> constraint(c, noted)).toList();
    List<Index> indexes = table.indexes().stream().map(i -> index(i, noted)).toList();
    return changed[0]
        ? table.withColumns(all -> columns).withConstraints(constraints).withIndexes(indexes)
        : table;
  }

  private static boolean hasText(Column column) {
    return column.generated().isPresent()
        || column
            .defaultValue()
            .filter(value -> value instanceof Expression || value instanceof VaryingDefault)
            .isPresent();
  }

  private TextPlace place(TextPlace.Kind kind, String name) {
    return new TextPlace(table, kind, name);
  }

  private Column column(Column column, BiFunction<TextPlace, Expression, Expression> change) {
    Column computed =
        column
            .generated()
            .map(
                known -> {
                  TextPlace place = place(TextPlace.Kind.GENERATED, column.name());
                  Expression text = change.apply(place, known.expression());
                  return column.withGenerated(Optional.of(new Generated(text, known.stored())));
                })
            .orElse(column);
    TextPlace place = place(TextPlace.Kind.DEFAULT, column.name());
    return computed.defaultValue().isEmpty()
        ? computed
        : computed.withDefault(
            computed.defaultValue().map(value -> defaultValue(value, place, change)));
  }

  private static DefaultValue defaultValue(
      DefaultValue value, TextPlace place, BiFunction<TextPlace, Expression, Expression> change) {
    if (value instanceof Expression text) {
      return change.apply(place, text);
    } else if (value instanceof VaryingDefault varying) {
      Map<DialectName, DefaultValue> variants = new TreeMap<>();
      varying
          .variants()
          .forEach(
              (dialect, variant) -> variants.put(dialect, defaultValue(variant, place, change)));
      return new VaryingDefault(defaultValue(varying.standard(), place, change), variants);
    }
    return value;
  }

  private Constraint constraint(
      Constraint constraint, BiFunction<TextPlace, Expression, Expression> change) {
    return constraint instanceof Check check
        ? check.withCondition(
            change.apply(place(TextPlace.Kind.CHECK, check.requiredName()), check.condition()))
        : constraint;
  }

  private Index index(Index index, BiFunction<TextPlace, Expression, Expression> change) {
    TextPlace place = place(TextPlace.Kind.INDEX, index.requiredName());
    return index.withTexts(text -> change.apply(place, text));
  }

  /** The options, some of which name the columns by which the table is partitioned. */
  List<TableOption> optionsFollowing(String what, NameChange change) {
    List<TableOption> followed = new ArrayList<>();
    for (TableOption option : table.options()) {
      String sql =
          PartitionKeys.following(option.sql(), change)
              .orElseThrow(
                  () ->
                      new SchemaException(
                          Facts.of("an option of table " + table.name() + " cannot follow")
                              .with("operation", what)
                              .with("text", option.sql())
                              .with("because", "it is not certain what the name refers to in it")
                              .next("keep the name, or create another table and move the rows")));
      followed.add(new TableOption(option.dialect(), sql));
    }
    return followed;
  }
}
