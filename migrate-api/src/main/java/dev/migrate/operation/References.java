package dev.migrate.operation;

import dev.migrate.error.Facts;
import dev.migrate.error.SchemaException;
import dev.migrate.schema.ArrayType;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.Literal;
import dev.migrate.schema.Literal.Kind;
import dev.migrate.schema.NextValue;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import dev.migrate.schema.ValueFit;
import dev.migrate.schema.VaryingDefault;
import dev.migrate.schema.VaryingType;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What objects refer to outside themselves: enum types, sequences, keys of other tables. */
final class References {

  private static final Pattern WILDCARD =
      Pattern.compile(
          "\\*\\s*(?:[,);#]|--|/\\*|$|(?:from|into|where|union|except|exclude|replace)\\b)",
          Pattern.CASE_INSENSITIVE);

  private References() {}

  /** Every enum type and sequence that the column names must be there, and its default a label. */
  static void require(Schema schema, QualifiedName table, Column column) {
    enumTypes(column.type()).forEach(schema::enumType);
    column.defaultValue().ifPresent(value -> sequences(value).forEach(schema::sequence));
    if (column.defaultValue().orElse(null) instanceof Literal literal) {
      requireLabel(schema, table, column, literal);
      ValueFit.misfit(literal, column.type()).ifPresent(reason -> refuse(table, column, reason));
    }
  }

  private static void refuse(QualifiedName table, Column column, String reason) {
    throw new SchemaException(
        Facts.of("the default of " + table + "." + column.name() + " does not fit")
            .with("column", column.toString())
            .with("because", reason)
            .next("give a default that the column keeps"));
  }

  /** Where a column has an enum type, a text is one of its labels. */
  static void requireLabel(Schema schema, QualifiedName table, Column column, Literal literal) {
    if (column.type() instanceof EnumReference reference && literal.kind() == Kind.TEXT) {
      List<String> labels = schema.enumType(reference.type()).labels();
      if (!labels.contains(literal.text())) {
        throw new SchemaException(
            Facts.of("the column " + table + "." + column.name() + " cannot be " + literal)
                .with("type", reference.toString())
                .known(literal.text(), labels)
                .next("correct the label, or add it to the enum type first"));
      }
    }
  }

  static Stream<QualifiedName> enumTypes(DataType type) {
    if (type instanceof EnumReference reference) {
      return Stream.of(reference.type());
    } else if (type instanceof ArrayType array) {
      return enumTypes(array.element());
    } else if (type instanceof VaryingType varying) {
      return Stream.concat(Stream.of(varying.standard()), varying.variants().values().stream())
          .flatMap(References::enumTypes);
    }
    return Stream.empty();
  }

  static Stream<QualifiedName> sequences(Column column) {
    return column.defaultValue().stream().flatMap(References::sequences);
  }

  static Stream<QualifiedName> sequences(DefaultValue value) {
    if (value instanceof NextValue next) {
      return Stream.of(next.sequence());
    } else if (value instanceof VaryingDefault varying) {
      return Stream.concat(Stream.of(varying.standard()), varying.variants().values().stream())
          .flatMap(References::sequences);
    }
    return Stream.empty();
  }

  /** The texts of a value that the database computes. */
  static Stream<Expression> texts(DefaultValue value) {
    if (value instanceof Expression text) {
      return Stream.of(text);
    } else if (value instanceof VaryingDefault varying) {
      return Stream.concat(Stream.of(varying.standard()), varying.variants().values().stream())
          .flatMap(References::texts);
    }
    return Stream.empty();
  }

  /** The table with the targets of its foreign keys checked and written out. */
  static Table resolved(Schema schema, Table table) {
    List<Constraint> constraints = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      constraints.add(
          constraint instanceof ForeignKey key ? resolved(schema, table.name(), key) : constraint);
    }
    return table.withConstraints(constraints);
  }

  /** The foreign key with the columns that it refers to, which must be a key of the target. */
  static ForeignKey resolved(Schema schema, QualifiedName table, ForeignKey key) {
    Table target = schema.table(key.target());
    List<String> columns =
        key.targetColumns().isEmpty()
            ? target.primaryKey().map(PrimaryKey::columns).orElse(List.of())
            : key.targetColumns();
    columns.forEach(target::column);
    if (columns.isEmpty() || columns.size() != key.columns().size() || !target.hasKey(columns)) {
      List<String> keys =
          Stream.concat(
                  target.constraints().stream()
                      .filter(known -> known instanceof PrimaryKey || known instanceof Unique)
                      .map(Constraint::toString),
                  target.indexes().stream().filter(Index::isUnique).map(Index::toString))
              .toList();
      throw new SchemaException(
          Facts.of("the foreign key " + key + " of table " + table + " refers to no key")
              .list("keys", keys)
              .next("name the columns of a key, or add a unique constraint over them first"));
    }
    return key.withTarget(key.target(), columns);
  }

  /** Refuses the change of an object that others use. */
  static void requireUnused(String what, List<String> users, String next) {
    if (!users.isEmpty()) {
      throw new SchemaException(Facts.of(what + " is in use").list("used by", users).next(next));
    }
  }

  /** The foreign keys of other tables that refer to a table, or to one column of it. */
  static List<String> foreignKeysTo(Schema schema, QualifiedName target, String column) {
    List<String> users = new ArrayList<>();
    for (Table table : schema.tablesReferringTo(target)) {
      for (ForeignKey key : table.foreignKeys()) {
        boolean bound = column.isEmpty() || key.targetColumns().contains(column);
        if (bound && key.target().equals(target) && !(column.isEmpty() && isSame(table, target))) {
          users.add("foreign key " + key.requiredName() + " of table " + table.name());
        }
      }
    }
    return users;
  }

  private static boolean isSame(Table table, QualifiedName name) {
    return table.name().equals(name);
  }

  /** The foreign keys to a table that find no key there any more. */
  static List<String> foreignKeysWithoutKey(Schema schema, Table target) {
    List<String> users = new ArrayList<>();
    for (Table table : schema.tablesReferringTo(target.name())) {
      for (ForeignKey key : table.foreignKeys()) {
        if (key.target().equals(target.name()) && !target.hasKey(key.targetColumns())) {
          users.add("foreign key " + key.requiredName() + " of table " + table.name());
        }
      }
    }
    return users;
  }

  /** The views that see a table, or one column of it as far as their text shows. */
  static List<String> viewsOf(Schema schema, QualifiedName table, String column) {
    return schema.views().stream()
        .filter(view -> !view.name().equals(table) && sees(view, table, column))
        .map(view -> "view " + view.name())
        .toList();
  }

  private static boolean sees(View view, QualifiedName table, String column) {
    if (view.reads().isEmpty()) {
      return mentions(view, table.name()) && (column.isEmpty() || mayMean(view, column));
    }
    return view.reads().stream()
        .filter(data -> data.table().equals(table))
        .anyMatch(
            data ->
                column.isEmpty()
                    || data.columns().contains(column)
                    || (data.columns().isEmpty() && mayMean(view, column)));
  }

  private static boolean mayMean(View view, String column) {
    return view.query().isEmpty() || hasWildcard(view) || mentions(view, column);
  }

  /** Whether the query has a {@code *} that stands for columns rather than for multiplying. */
  static boolean hasWildcard(View view) {
    return view.query().stream()
        .flatMap(
            query -> Stream.concat(Stream.of(query.text()), query.variants().values().stream()))
        .anyMatch(text -> WILDCARD.matcher(text.replace("(*)", "()")).find());
  }

  static boolean mentions(View view, String name) {
    return view.query().filter(query -> query.mentions(name)).isPresent();
  }
}
