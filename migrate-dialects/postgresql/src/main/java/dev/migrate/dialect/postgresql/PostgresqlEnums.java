package dev.migrate.dialect.postgresql;

import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.RenameEnumType;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.schema.EnumType;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Statements on enum types.
 *
 * @param words names and texts inside of them
 * @see <a href="https://www.postgresql.org/docs/current/datatype-enum.html">8.7 Enumerated Types in
 *     the manual</a>
 */
record PostgresqlEnums(PostgresqlDefinitions words) {

  String create(EnumType type) {
    new PostgresqlRules(words).requireTypeName(type.name());
    List<String> labels = type.labels().stream().map(this::label).toList();
    return "CREATE TYPE "
        + words.names().name(type.name())
        + " AS ENUM ("
        + String.join(", ", labels)
        + ")";
  }

  String rename(RenameEnumType operation) {
    new PostgresqlRules(words).requireTypeName(operation.enumType().sibling(operation.newName()));
    return "ALTER TYPE "
        + words.names().name(operation.enumType())
        + " RENAME TO "
        + words.names().name(operation.newName());
  }

  String add(AddEnumValue operation) {
    return "ALTER TYPE "
        + words.names().name(operation.enumType())
        + " ADD VALUE "
        + label(operation.label())
        + operation.successor().map(successor -> " BEFORE " + label(successor)).orElse("");
  }

  String renameValue(RenameEnumValue operation) {
    return "ALTER TYPE "
        + words.names().name(operation.enumType())
        + " RENAME VALUE "
        + label(operation.label())
        + " TO "
        + label(operation.newLabel());
  }

  /** A label is stored as a name is, and as long as one at most. */
  private String label(String label) {
    int most = words.names().capabilities().nameLength();
    int length = label.getBytes(StandardCharsets.UTF_8).length;
    if (length > most) {
      throw words.unsupported(
          "the label " + label + " of " + length + " bytes",
          "choose a label of at most " + most + " bytes");
    }
    return words.literals().text(label);
  }
}
