package dev.migrate.operation;

import dev.migrate.error.Facts;
import dev.migrate.error.SchemaException;
import dev.migrate.operation.Cell.Aspect;
import dev.migrate.schema.ArrayType;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.NextValue;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.VaryingDefault;
import dev.migrate.schema.VaryingType;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What objects refer to outside themselves: enum types, sequences, keys of other tables. */
final class References {

  private References() {}

  /** Every enum type and sequence that the column names must be there. */
  static void require(Schema schema, Column column) {
    enumTypes(column.type()).forEach(schema::enumType);
    column.defaultValue().ifPresent(value -> sequences(value).forEach(schema::sequence));
  }

  /** What a new column touches outside itself. */
  static Footprint footprint(QualifiedName table, Column column) {
    Footprint footprint = Footprint.NONE;
    for (QualifiedName type : enumTypes(column.type()).toList()) {
      footprint = footprint.reading(Cell.of(Aspect.RELATION, type));
    }
    for (DefaultValue value : column.defaultValue().stream().toList()) {
      for (QualifiedName sequence : sequences(value).toList()) {
        footprint = footprint.reading(Cell.of(Aspect.RELATION, sequence));
      }
    }
    return column.identityMode().isEmpty()
        ? footprint
        : footprint.writing(Cell.of(Aspect.RELATION, identitySequence(table, column.name())));
  }

  /** The sequence that PostgreSQL makes for an identity; others keep it unnamed. */
  static QualifiedName identitySequence(QualifiedName table, String column) {
    return table.sibling(table.name() + "_" + column + "_seq");
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

  static Stream<QualifiedName> sequences(DefaultValue value) {
    if (value instanceof NextValue next) {
      return Stream.of(next.sequence());
    } else if (value instanceof VaryingDefault varying) {
      return Stream.concat(Stream.of(varying.standard()), varying.variants().values().stream())
          .flatMap(References::sequences);
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
      String keys =
          String.join(
              "; ",
              target.constraints().stream()
                  .filter(known -> !(known instanceof ForeignKey) && !known.columns().isEmpty())
                  .map(Constraint::toString)
                  .toList());
      throw new SchemaException(
          Facts.of("the foreign key " + key + " of table " + table + " refers to no key")
              .with("keys", keys.isEmpty() ? "table " + key.target() + " has none" : keys)
              .next("name the columns of a key, or add a unique constraint over them before"));
    }
    return key.withTarget(key.target(), columns);
  }

  /** Refuses the change of an object that others use. */
  static void requireUnused(String what, List<String> users, String next) {
    if (!users.isEmpty()) {
      throw new SchemaException(
          Facts.of(what + " is in use").with("used by", String.join(", ", users)).next(next));
    }
  }

  /** The foreign keys of other tables that refer to a table, or to one column of it. */
  static List<String> foreignKeysTo(Schema schema, QualifiedName target, String column) {
    List<String> users = new ArrayList<>();
    for (Table table : schema.tables()) {
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

  /** The views that see a table, or one column of it as far as their text tells. */
  static List<String> viewsOf(Schema schema, QualifiedName table, String column) {
    return schema.views().stream()
        .filter(view -> view.reads().stream().anyMatch(data -> sees(view, data, table, column)))
        .map(view -> "view " + view.name())
        .toList();
  }

  private static boolean sees(View view, DataReference data, QualifiedName table, String column) {
    if (!data.table().equals(table)) {
      return false;
    } else if (column.isEmpty() || data.columns().contains(column)) {
      return true;
    }
    return data.columns().isEmpty()
        && view.query().filter(q -> q.text().contains("*") || q.mentions(column)).isPresent();
  }

  /** The rows that a deleted or changed row takes along: those of all tables that refer to it. */
  static Footprint neighbours(Schema schema, QualifiedName target) {
    Footprint footprint = Footprint.NONE;
    for (Table table : schema.tables()) {
      if (table.foreignKeys().stream().anyMatch(key -> key.target().equals(target))) {
        footprint = footprint.writingData(new DataReference(table.name(), List.of()));
      }
    }
    return footprint;
  }
}
