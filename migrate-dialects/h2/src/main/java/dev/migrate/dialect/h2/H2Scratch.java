package dev.migrate.dialect.h2;

import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Renderer;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.CreateTable;
import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Creates the columns of tables in temporary tables of the session, to see how H2 spells them.
 * Keys, conditions and indexes have no other spelling, or one that is not compared.
 *
 * @param connection the connection
 * @param names how names are stored
 */
record H2Scratch(Connection connection, H2Names names) {

  /** A name that nobody has: H2 does not take a temporary table with the name of another table. */
  private static final QualifiedName SCRATCH = QualifiedName.of("migrate_scratch");

  List<Table> of(Schema schema, Set<QualifiedName> wanted) throws SQLException {
    List<Table> stored = new ArrayList<>();
    for (Table table : schema.tables()) {
      if (wanted.contains(table.name())) {
        columns(schema, table).map(known -> table.withColumns(old -> known)).ifPresent(stored::add);
      }
    }
    return stored;
  }

  private Optional<List<Column>> columns(Schema schema, Table table) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try {
        statement.execute(definition(schema, table));
      } catch (SQLException | MigrateException impossible) {
        return Optional.empty();
      }
      try {
        List<Column> columns = new H2Catalogue(connection, names, Set.of()).columnsOf(SCRATCH);
        return Optional.of(restored(table, columns));
      } finally {
        statement.execute("DROP TABLE " + names.renderer().name(SCRATCH));
      }
    }
  }

  private String definition(Schema schema, Table table) {
    Renderer renderer = names.renderer();
    List<Column> bare =
        table.columns().stream().map(column -> column.withComment(Optional.empty())).toList();
    Table scratch = Table.of(SCRATCH, List.copyOf(bare));
    return renderer
        .render(new CreateTable(scratch), new RenderContext(schema))
        .get(0)
        .sql()
        .replaceFirst("^CREATE TABLE", "CREATE LOCAL TEMPORARY TABLE");
  }

  /** As read, with the names and comments of the columns as they are declared. */
  private static List<Column> restored(Table declared, List<Column> stored) {
    List<Column> restored = new ArrayList<>();
    for (int i = 0; i < declared.columns().size(); i++) {
      Column column = declared.columns().get(i);
      restored.add(stored.get(i).withName(column.name()).withComment(column.comment()));
    }
    return restored;
  }
}
