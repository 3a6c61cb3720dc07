package dev.migrate.generate;

import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import dev.migrate.generate.Answer.Kind;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RowChange;
import dev.migrate.operation.UpdateRows;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Literal;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.NullabilityChange;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Gives the rows of existing tables values in columns that must have one: a new column is added
 * nullable, filled, and then made not null. Other new columns are filled if somebody asks for it.
 */
final class FilledColumns {

  private static final String VALUE = "…";

  private final Schema before;
  private final Decisions decisions;

  FilledColumns(Schema before, Decisions decisions) {
    this.before = before;
    this.decisions = decisions;
  }

  List<Operation> in(List<Operation> operations) {
    List<Operation> filled = new ArrayList<>();
    Schema schema = before;
    for (Operation operation : operations) {
      if (operation instanceof AddColumn add && before.findTable(add.table()).isPresent()) {
        filled.addAll(filled(add, schema));
      } else if (operation instanceof AlterColumn alter && isTightened(alter)) {
        filled.addAll(filled(alter, schema));
      } else {
        filled.add(operation);
      }
      schema = operation.applyTo(schema);
    }
    return filled;
  }

  private List<Operation> filled(AddColumn add, Schema schema) {
    Column column = add.column();
    String element = element(add.table(), column);
    if (column.identityMode().isPresent() || column.generated().isPresent()) {
      return List.of(add);
    }
    Optional<DefaultValue> value = value(add.table(), column);
    if (value.isEmpty() && !isMissing(column)) {
      return List.of(add);
    } else if (value.isEmpty()) {
      decisions.ask(
          new Question(
              element,
              "which value do existing rows get in the new column "
                  + element
                  + ", which is not null and has no default?",
              List.of(
                  Answer.of(Kind.FILL, element, VALUE), Answer.of(Kind.FILL_SQL, element, VALUE))));
      return List.of(add);
    }
    decisions.answered(element);
    List<Operation> operations = new ArrayList<>();
    operations.add(new AddColumn(add.table(), column.withNullable(true)));
    operations.add(
        new UpdateRows(
            add.table(), RowChange.set(column.name(), value.get()).inEveryRow().needsNoUndo()));
    requireFit(operations, schema, element, value.get());
    if (!column.nullable()) {
      operations.add(
          new AlterColumn(add.table(), column.name(), List.of(new NullabilityChange(false))));
    }
    return operations;
  }

  /** Rows that have no value get one before the column demands it. */
  private List<Operation> filled(AlterColumn alter, Schema schema) {
    Column column = schema.table(alter.table()).column(alter.column());
    String element = element(alter.table(), column);
    Optional<DefaultValue> value =
        column.generated().isPresent() ? Optional.empty() : value(alter.table(), column);
    boolean hasNone = !decisions.about(element, Kind.NO_NULLS).isEmpty();
    if (value.isPresent() && hasNone) {
      Decisions.requireOne(decisions.about(element, Kind.FILL, Kind.FILL_SQL, Kind.NO_NULLS));
    }
    if (value.isEmpty() && !hasNone) {
      decisions.ask(tightening(element, column));
      return List.of(alter);
    }
    decisions.answered(element);
    if (value.isEmpty()) {
      return List.of(alter);
    }
    RowChange change = RowChange.set(column.name(), value.get()).where(column.name(), null);
    List<Operation> operations =
        List.of(new UpdateRows(alter.table(), change.needsNoUndo()), alter);
    requireFit(operations, schema, element, value.get());
    return operations;
  }

  private static Question tightening(String element, Column column) {
    List<Answer> possible = new ArrayList<>();
    if (column.generated().isEmpty()) {
      possible.add(Answer.of(Kind.FILL, element, VALUE));
      possible.add(Answer.of(Kind.FILL_SQL, element, VALUE));
    }
    possible.add(Answer.of(Kind.NO_NULLS, element));
    return new Question(
        element,
        "which value do existing rows get that have NULL in the column "
            + element
            + ", which becomes not null; or are there none?",
        possible);
  }

  /** The value must be one of the type, which the table alone decides. */
  private static void requireFit(
      List<Operation> operations, Schema schema, String element, DefaultValue value) {
    try {
      Operation.applyAll(operations, schema);
    } catch (MigrateException misfit) {
      throw new DefinitionException(
          Facts.of("the value " + value + " does not fit the column " + element)
              .with("problem", misfit.getMessage())
              .with("left", "nothing was written")
              .next("answer with a value that fits"));
    }
  }

  /** Types such as serial fill themselves. */
  private static boolean isMissing(Column column) {
    boolean fillsItself =
        column.type() instanceof NativeType type
            && type.sql().toLowerCase(Locale.ROOT).contains("serial");
    return column.isRequired() && !fillsItself;
  }

  private boolean isTightened(AlterColumn alter) {
    return before.findTable(alter.table()).flatMap(t -> t.findColumn(alter.column())).isPresent()
        && alter.changes().stream()
            .anyMatch(change -> change instanceof NullabilityChange to && !to.nullable());
  }

  private static String element(QualifiedName table, Column column) {
    return table + "." + column.name();
  }

  private Optional<DefaultValue> value(QualifiedName table, Column column) {
    String element = element(table, column);
    List<Answer> about = decisions.about(element, Kind.FILL, Kind.FILL_SQL);
    Decisions.requireOne(about);
    return about.stream().findFirst().map(answer -> value(answer, element, column.type()));
  }

  private static DefaultValue value(Answer answer, String element, DataType type) {
    if (answer.value().isPresent()) {
      return answer.value().get();
    }
    String text = answer.about(element).orElseThrow();
    if (text.equals(VALUE)) {
      throw new DefinitionException(
          Facts.of("the answer " + answer + " has no value")
              .with("left", "nothing was written")
              .next("write a value in place of " + VALUE));
    }
    if (answer.kind() == Kind.FILL_SQL) {
      return Expression.of(text);
    }
    boolean quoted = text.length() > 1 && text.startsWith("'") && text.endsWith("'");
    String plain = quoted ? text.substring(1, text.length() - 1).replace("''", "'") : text;
    return literal(plain, type)
        .orElseThrow(
            () ->
                new DefinitionException(
                    Facts.of("the value \"" + plain + "\" does not fit the column " + element)
                        .with("type", type.toString())
                        .with("answer", answer.toString())
                        .with("left", "nothing was written")
                        .next(
                            "give a value of this type, or an expression with "
                                + Answer.of(Kind.FILL_SQL, element, VALUE))));
  }

  /** A text as the one kind of literal that the type has. */
  private static Optional<DefaultValue> literal(String text, DataType type) {
    List<Literal.Kind> kinds =
        Arrays.stream(Literal.Kind.values())
            .filter(kind -> kind != Literal.Kind.NULL && type.accepts(kind))
            .toList();
    Optional<DefaultValue> value = Optional.empty();
    for (Literal.Kind kind : kinds) {
      value = value.or(() -> parsed(kind, text));
    }
    boolean isCertain = kinds.size() < Literal.Kind.values().length - 1;
    return isCertain ? value : Optional.empty();
  }

  private static Optional<DefaultValue> parsed(Literal.Kind kind, String text) {
    try {
      return Optional.of(new Literal(kind, text));
    } catch (DefinitionException malformed) {
      return Optional.empty();
    }
  }
}
