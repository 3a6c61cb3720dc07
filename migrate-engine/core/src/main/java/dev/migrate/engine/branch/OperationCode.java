package dev.migrate.engine.branch;

import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameTable;
import dev.migrate.schema.ColumnChange;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultChange;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Literal;
import dev.migrate.schema.NullabilityChange;
import dev.migrate.schema.TypeChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says plain operations as calls to paste; for the others nothing is proposed. */
final class OperationCode {

  private static final Pattern PLAIN_TYPE =
      Pattern.compile(
          "(smallint|integer|bigint|text|date|uuid|json|(varchar|decimal|timestamp)\\([0-9,"
              + " ]+\\))");

  private static final Map<String, String> OTHER_TYPES =
      Map.of(
          "boolean", "bool()", "double precision", "doublePrecision()", "timestamp", "timestamp()");

  private OperationCode() {}

  static Optional<String> of(Operation operation) {
    if (operation instanceof RenameColumn rename) {
      return call("renameColumn", rename.table(), rename.column(), rename.newName());
    } else if (operation instanceof RenameTable rename) {
      return call("renameTable", rename.table(), rename.newName());
    } else if (operation instanceof DropColumn drop) {
      return call("dropColumn", drop.table(), drop.column());
    } else if (operation instanceof DropTable drop) {
      return call("dropTable", drop.table());
    } else if (operation instanceof DropIndex drop) {
      return call("dropIndex", drop.table(), drop.index());
    } else if (operation instanceof DropConstraint drop) {
      return call("dropConstraint", drop.table(), drop.constraint());
    } else if (operation instanceof AlterColumn alter) {
      return alter(alter);
    }
    return Optional.empty();
  }

  private static Optional<String> call(String method, Object... names) {
    List<String> quoted = new ArrayList<>();
    for (Object name : names) {
      quoted.add(quoted(name.toString()));
    }
    return Optional.of("op." + method + "(" + String.join(", ", quoted) + ")");
  }

  private static Optional<String> alter(AlterColumn alter) {
    List<String> arguments = new ArrayList<>();
    arguments.add(quoted(alter.table().toString()));
    arguments.add(quoted(alter.column()));
    for (ColumnChange change : alter.changes()) {
      Optional<String> said = change(change);
      if (said.isEmpty()) {
        return Optional.empty();
      }
      arguments.add(said.get());
    }
    return Optional.of("op.alterColumn(" + String.join(", ", arguments) + ")");
  }

  private static Optional<String> change(ColumnChange change) {
    if (change instanceof NullabilityChange nullability) {
      return Optional.of(nullability.nullable() ? "nullable()" : "notNull()");
    } else if (change instanceof TypeChange type && type.using().isEmpty()) {
      return type(type.type()).map(text -> "type(" + text + ")");
    } else if (change instanceof DefaultChange value) {
      return value.value().isEmpty() ? Optional.of("noDefault()") : constant(value.value().get());
    }
    return Optional.empty();
  }

  private static Optional<String> type(DataType type) {
    String text = type.toString().toLowerCase(Locale.ROOT);
    if (OTHER_TYPES.containsKey(text)) {
      return Optional.ofNullable(OTHER_TYPES.get(text));
    }
    return PLAIN_TYPE.matcher(text).matches()
        ? Optional.of(text.endsWith(")") ? text : text + "()")
        : Optional.empty();
  }

  private static Optional<String> constant(DefaultValue value) {
    if (value instanceof Literal literal) {
      return switch (literal.kind()) {
        case TEXT -> Optional.of("defaultTo(" + quoted(literal.text()) + ")");
        case NUMBER, BOOLEAN -> Optional.of("defaultTo(" + literal.text() + ")");
        default -> Optional.empty();
      };
    }
    return Optional.empty();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
