package dev.migrate.dialect.ansi;

import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultChange;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The texts of a table that are others after a renaming, for databases that do not follow it by
 * themselves: what has them goes before the renaming and comes back after it.
 *
 * @param gone what takes them away, in order
 * @param back what brings them back, in order
 * @param users what has those texts, in words and in the order of {@code gone}
 * @param computed the columns whose computation changes, in words; there is no way for them
 */
public record RestatedTexts(
    List<Operation> gone, List<Operation> back, List<String> users, List<String> computed) {

  /** Nothing changes. */
  public static final RestatedTexts NONE =
      new RestatedTexts(List.of(), List.of(), List.of(), List.of());

  /** Copies. */
  public RestatedTexts {
    gone = List.copyOf(gone);
    back = List.copyOf(back);
    users = List.copyOf(users);
    computed = List.copyOf(computed);
  }

  /**
   * Whether nothing has to go.
   *
   * @return true if no text changes
   */
  public boolean isEmpty() {
    return gone.isEmpty() && computed.isEmpty();
  }

  /**
   * Both one after the other.
   *
   * @param other those of another table
   */
  public RestatedTexts and(RestatedTexts other) {
    return new RestatedTexts(
        joined(gone, other.gone),
        joined(back, other.back),
        joined(users, other.users),
        joined(computed, other.computed));
  }

  private static <T> List<T> joined(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  /**
   * What changes in one table.
   *
   * @param before the table before the renaming
   * @param words the dialect whose variants count
   * @param withDefaults whether defaults count
   * @return what goes and comes back
   */
  public static RestatedTexts of(
      Table before, Table after, AnsiDefinitions words, boolean withDefaults) {
    List<Operation> gone = new ArrayList<>();
    List<Operation> back = new ArrayList<>();
    List<String> users = new ArrayList<>();
    List<String> computed = new ArrayList<>();
    for (Constraint known : before.constraints()) {
      Constraint then = after.constraint(known.requiredName());
      if (known instanceof Check was
          && then instanceof Check check
          && differ(was.condition(), check.condition(), words)) {
        users.add("constraint " + known.requiredName());
        gone.add(new DropConstraint(before.name(), known.requiredName()));
        back.add(new AddConstraint(after.name(), then));
      }
    }
    for (Index known : before.indexes()) {
      Index then = after.index(known.requiredName());
      if (!texts(known, words).equals(texts(then, words))) {
        users.add("index " + known.requiredName());
        gone.add(new DropIndex(before.name(), known.requiredName()));
        back.add(new CreateIndex(after.name(), then));
      }
    }
    for (int i = 0; i < before.columns().size(); i++) {
      Column was = before.columns().get(i);
      Column then = after.columns().get(i);
      if (differ(text(was), text(then), words)) {
        computed.add("generated column " + before.name() + "." + was.name());
      }
      if (withDefaults && !defaultOf(was, words).equals(defaultOf(then, words))) {
        users.add(0, "default of column " + was.name());
        gone.add(0, change(before.name(), was, Optional.empty()));
        back.add(change(after.name(), then, then.defaultValue()));
      }
    }
    return new RestatedTexts(gone, back, users, computed);
  }

  /** What of a table has a text that changes, in words. */
  static List<String> users(Table before, Table after, AnsiDefinitions words) {
    RestatedTexts texts = of(before, after, words, true);
    return joined(texts.users, texts.computed);
  }

  private static Operation change(
      QualifiedName table, Column column, Optional<DefaultValue> value) {
    return new AlterColumn(table, column.name(), List.of(new DefaultChange(value)));
  }

  private static Optional<String> defaultOf(Column column, AnsiDefinitions words) {
    return column.defaultValue().map(value -> words.defaultValue(value, column.type()));
  }

  private static Optional<Expression> text(Column column) {
    return column.generated().map(Generated::expression);
  }

  private static boolean differ(
      Optional<Expression> one, Optional<Expression> other, AnsiDefinitions words) {
    return !one.map(words::expression).equals(other.map(words::expression));
  }

  private static boolean differ(Expression one, Expression other, AnsiDefinitions words) {
    return !words.expression(one).equals(words.expression(other));
  }

  private static List<String> texts(Index index, AnsiDefinitions words) {
    return Stream.concat(
            index.keys().stream().map(IndexKey::expression).flatMap(Optional::stream),
            index.where().stream())
        .map(words::expression)
        .toList();
  }
}
