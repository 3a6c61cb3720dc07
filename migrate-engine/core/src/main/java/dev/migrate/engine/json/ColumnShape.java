package dev.migrate.engine.json;

import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Literal;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.VaryingType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A column. Its literal may fit another variant of its type than the one at hand, such as true for
 * {@code bool().on(MYSQL, smallint())}, and no column could be made of the two alone. On such a
 * dialect the type stays one that differs, with the one variant that holds.
 */
final class ColumnShape extends RecordShape {

  private static final DataType ANY = new NativeType("any");

  ColumnShape() {
    super(Column.class);
  }

  @Override
  Object resolve(Object value, List<DialectName> names) {
    Column column = (Column) value;
    if (column.type() instanceof VaryingType varying && !names.isEmpty()) {
      DataType held = varying.on(names);
      Column resolved = (Column) super.resolve(column.withType(ANY), names);
      return resolved.withType(fits(held, resolved) ? held : narrowed(varying, resolved, names));
    }
    return super.resolve(value, names);
  }

  private static DataType narrowed(VaryingType varying, Column column, List<DialectName> names) {
    DataType fitting =
        Stream.concat(Stream.of(varying.standard()), varying.variants().values().stream())
            .filter(type -> fits(type, column))
            .findFirst()
            .orElse(varying.standard());
    return new VaryingType(fitting, Map.of(names.get(0), varying.on(names)));
  }

  private static boolean fits(DataType type, Column column) {
    boolean numbered =
        type instanceof NativeType || (type instanceof SimpleType simple && simple.isWholeNumber());
    boolean accepted =
        column.defaultValue().stream()
            .allMatch(d -> !(d instanceof Literal literal) || type.accepts(literal.kind()));
    return accepted && (numbered || column.identityMode().isEmpty());
  }
}
