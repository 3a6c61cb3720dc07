package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Statement;
import dev.migrate.dialect.ansi.AnsiDefinitions;
import dev.migrate.operation.AlterColumn;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.DataType;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.TypeChange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The check before texts become labels: each is one. MySQL takes a text of digits that is not a
 * label for the number of one: {@code '2'} becomes the second label.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/enum.html">ENUM in MySQL's manual</a>
 */
record MysqlTextLabels(AnsiDefinitions definitions) {

  /** The check, if an operation makes a text column one of an enum type. */
  Optional<Statement> check(AlterColumn operation, Schema before) {
    DataType from = type(before.table(operation.table()).column(operation.column()).type());
    boolean isText = from instanceof CharacterType || from == SimpleType.TEXT;
    return operation.changes().stream()
        .filter(change -> isText && change instanceof TypeChange)
        .map(change -> labels(type(((TypeChange) change).type()), before))
        .filter(labels -> !labels.isEmpty())
        .map(labels -> Statement.check(query(operation, labels), operation))
        .findFirst();
  }

  private DataType type(DataType declared) {
    return declared.on(definitions.dialects());
  }

  private static List<String> labels(DataType type, Schema schema) {
    if (type instanceof EnumReference reference) {
      return schema.enumType(reference.type()).labels();
    }
    return type instanceof EnumLabels known ? known.labels() : List.of();
  }

  private String query(AlterColumn operation, List<String> labels) {
    String column = definitions.names().name(operation.column());
    String problem =
        "rows of "
            + operation.table()
            + " have a text in the column "
            + operation.column()
            + " that is not a label of its new type; give them another one before, with"
            + " op.update(…)";
    return "SELECT DISTINCT "
        + definitions.literals().text(problem)
        + " AS problem, "
        + column
        + " AS text FROM "
        + definitions.names().name(operation.table())
        + " WHERE "
        + column
        + " NOT IN ("
        + labels.stream().map(definitions.literals()::text).collect(Collectors.joining(", "))
        + ")";
  }
}
