package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.Statement;
import dev.migrate.dialect.ansi.AnsiDefinitions;
import dev.migrate.operation.RenameView;
import dev.migrate.schema.ElementName;
import java.util.List;

/**
 * Renames a view, which SQLite cannot, by creating it under the new name. Triggers on it would be
 * lost, so there must be none.
 *
 * @param definitions the words inside of the statements
 * @param operation the renaming
 */
record SqliteViewRename(AnsiDefinitions definitions, RenameView operation) {

  /**
   * The statements.
   *
   * @param create the statement that creates the view under its new name
   */
  List<Statement> statements(String create) {
    String from = operation.view().name();
    String triggers =
        "SELECT 'trigger ' || name || ' on the view would be lost' FROM sqlite_master"
            + " WHERE type = 'trigger' AND tbl_name = "
            + definitions.literals().text(from)
            + " COLLATE NOCASE";
    Statement check = Statement.check(triggers, operation);
    Statement drop =
        Statement.structure("DROP VIEW " + definitions.names().name(from), operation)
            .restating(ElementName.view(operation.view()));
    Statement recreate = Statement.structure(create, operation);
    // What writes comes first, see SqliteRebuild; unless the names are the same to SQLite.
    List<Statement> statements =
        from.equalsIgnoreCase(operation.newName())
            ? List.of(check, drop, recreate)
            : List.of(recreate, check, drop);
    return statements.stream().map(Statement::insideTransaction).toList();
  }
}
