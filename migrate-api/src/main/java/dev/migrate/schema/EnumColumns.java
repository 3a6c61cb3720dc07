package dev.migrate.schema;

import dev.migrate.sql.LabelRenaming;
import dev.migrate.sql.LabelRenaming.Use;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Which columns have an enum type. */
record EnumColumns(QualifiedName type) {

  /** What the values of a column are. */
  Use use(Column column) {
    if (column.type().equals(new EnumReference(type))) {
      return Use.LABEL;
    }
    return types(column.type()).anyMatch(this::concerns) ? Use.OPEN : Use.OTHER;
  }

  private boolean concerns(DataType part) {
    // A native type may be the enum type by its name in the database.
    boolean named =
        part instanceof NativeType other
            && other.toString().toLowerCase(Locale.ROOT).contains(lower(type.name()));
    return named || part.equals(new EnumReference(type));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** A type with all that it is made of, and all that it is on single dialects. */
  private static Stream<DataType> types(DataType type) {
    if (type instanceof ArrayType array) {
      return types(array.element());
    } else if (type instanceof VaryingType varying) {
      return Stream.concat(Stream.of(varying.standard()), varying.variants().values().stream())
          .flatMap(EnumColumns::types);
    }
    return Stream.of(type);
  }

  /** The columns of a table, by what their values are. */
  LabelRenaming.Columns of(Table table) {
    return new LabelRenaming.Columns(
        table.name().name(),
        names(table, Use.LABEL),
        names(table, Use.OPEN),
        names(table, Use.OTHER));
  }

  private Set<String> names(Table table, Use wanted) {
    Set<String> names = new HashSet<>();
    table.columns().stream()
        .filter(column -> use(column) == wanted)
        .forEach(column -> names.add(column.name()));
    return names;
  }

  /** Whether a table has a column that has to do with the type. */
  boolean isUsedBy(Table table) {
    return table.columns().stream().anyMatch(column -> use(column) != Use.OTHER);
  }
}
