package dev.migrate.dialect.ansi;

import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * New names of objects that texts mention. What is a keyword to one database is a name to another,
 * so the model has it bare in those texts.
 */
final class MentionedNames {

  private static final RenamedNames RENAMINGS = new RenamedNames();

  private MentionedNames() {}

  /** Refuses a new name that the texts which follow a renaming could not have as they have it. */
  static void require(Operation operation, Schema before, AnsiDefinitions words) {
    operation
        .accept(RENAMINGS, before)
        .filter(renaming -> !words.isMentionable(renaming.newName()))
        .ifPresent(renaming -> require(operation, renaming, before, words));
  }

  private static void require(
      Operation operation, RenamedName renaming, Schema before, AnsiDefinitions words) {
    Schema after = operation.applyTo(before);
    List<String> users = new ArrayList<>();
    for (Table table : before.tables()) {
      Table then = renaming.renamed(after, table);
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
