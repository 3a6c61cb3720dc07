package dev.migrate.dialect.ansi;

import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameEnumType;
import dev.migrate.operation.RenameSchema;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.RenameTable;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * New names of objects that texts mention. What is a keyword to one database is a name to another,
 * so the model has it bare in those texts.
 */
final class MentionedNames {

  private MentionedNames() {}

  /** Refuses a new name that the texts which follow a renaming could not have as they have it. */
  static void require(Operation operation, Schema before, AnsiDefinitions words) {
    renaming(operation)
        .filter(renaming -> !words.isMentionable(renaming.newName()))
        .ifPresent(renaming -> require(operation, renaming, before, words));
  }

  private record Renaming(String newName, BiFunction<Schema, Table, Table> then) {}

  private static Optional<Renaming> renaming(Operation operation) {
    BiFunction<Schema, Table, Table> same = (after, table) -> after.table(table.name());
    if (operation instanceof RenameColumn rename) {
      return Optional.of(new Renaming(rename.newName(), same));
    } else if (operation instanceof RenameTable rename) {
      return Optional.of(
          new Renaming(
              rename.newName(),
              (after, table) ->
                  after.table(
                      table.name().equals(rename.table())
                          ? table.name().sibling(rename.newName())
                          : table.name())));
    } else if (operation instanceof RenameSequence rename) {
      return Optional.of(new Renaming(rename.newName(), same));
    } else if (operation instanceof RenameEnumType rename) {
      return Optional.of(new Renaming(rename.newName(), same));
    } else if (operation instanceof RenameSchema rename) {
      return Optional.of(
          new Renaming(
              rename.newName(),
              (after, table) ->
                  after
                      .findTable(table.name())
                      .orElseGet(
                          () ->
                              after.table(
                                  QualifiedName.in(rename.newName(), table.name().name())))));
    }
    return Optional.empty();
  }

  private static void require(
      Operation operation, Renaming renaming, Schema before, AnsiDefinitions words) {
    Schema after = operation.applyTo(before);
    List<String> users = new ArrayList<>();
    for (Table table : before.tables()) {
      Table then = renaming.then().apply(after, table);
      if (!then.equals(table)) {
        users.addAll(RestatedTexts.users(table, then, words));
      }
    }
    if (!users.isEmpty()) {
      throw words.unsupported(
          operation
              + ", which "
              + String.join(" and ", users)
              + " would have to mention in quotes,",
          "choose a name of lower-case letters, digits and _ that is not reserved, or drop them"
              + " first, and add them again afterwards");
    }
  }
}
