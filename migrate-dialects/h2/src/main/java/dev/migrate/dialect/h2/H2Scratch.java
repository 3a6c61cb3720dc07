package dev.migrate.dialect.h2;

import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Renderer;
import dev.migrate.dialect.ansi.ScratchWork;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.CreateTable;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Expression;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableElement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Creates the columns and checks of tables in temporary tables of the session, to see how H2 spells
 * them. Keys and indexes have no other spelling.
 *
 * @param connection the connection
 * @param names how names are stored
 */
record H2Scratch(Connection connection, H2Names names) {

  /**
   * A name that no other table has: H2 refuses a temporary table with the name of another table.
   */
  private static final QualifiedName SCRATCH = QualifiedName.of("migrate_scratch");

  private static final String CONDITIONS =
      "SELECT CONSTRAINT_NAME, CHECK_CLAUSE FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS"
          + " WHERE LOWER(CONSTRAINT_NAME) LIKE 'migrate\\_scratch\\_%'";

  private static final String TEXT = "'[^']*+(?:''[^']*+)*+'";

  /** H2 keeps the labels that a type had when the condition was written. */
  private static final Pattern LABEL =
      Pattern.compile("CAST\\((" + TEXT + ") AS ENUM\\((?:" + TEXT + "(?:, )?)++\\)\\)");

  List<Table> of(Schema schema, Set<QualifiedName> wanted) throws SQLException {
    List<Table> stored = new ArrayList<>();
    for (Table table : schema.tables()) {
      if (wanted.contains(table.name())) {
        read(schema, table).ifPresent(stored::add);
      }
    }
    return stored;
  }

  private Optional<Table> read(Schema schema, Table table) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try {
        statement.execute(definition(schema, table));
      } catch (SQLException | MigrateException impossible) {
        return Optional.empty();
      }
      ScratchWork<Optional<Table>> work = () -> Optional.of(seen(table, statement));
      return work.thenRemoved(
          () -> statement.execute("DROP TABLE " + names.renderer().name(SCRATCH)));
    }
  }

  private Table seen(Table table, Statement statement) throws SQLException {
    List<Column> columns = new H2Catalogue(connection, names, Set.of()).columnsOf(SCRATCH);
    return table
        .withColumns(old -> restored(table, columns))
        .withConstraints(checked(table, conditions(statement)));
  }

  private String definition(Schema schema, Table table) {
    Renderer renderer = names.renderer();
    List<Column> bare =
        table.columns().stream().map(column -> column.withComment(Optional.empty())).toList();
    List<TableElement> elements = new ArrayList<>(bare);
    for (int i = 0; i < table.constraints().size(); i++) {
      if (table.constraints().get(i) instanceof Check check) {
        elements.add(check.named(SCRATCH.name() + "_" + i).withAtColumn(Optional.empty()));
      }
    }
    Table scratch = Table.of(SCRATCH, elements);
    return renderer
        .render(new CreateTable(scratch), new RenderContext(schema))
        .get(0)
        .sql()
        .replaceFirst("^CREATE TABLE", "CREATE LOCAL TEMPORARY TABLE");
  }

  /** The conditions by the place of their check among the constraints. */
  private static Map<Integer, Expression> conditions(Statement statement) throws SQLException {
    Map<Integer, Expression> conditions = new HashMap<>();
    try (ResultSet rows = statement.executeQuery(CONDITIONS)) {
      while (rows.next()) {
        String place = rows.getString(1).substring(SCRATCH.name().length() + 1);
        String condition = LABEL.matcher(rows.getString(2)).replaceAll("$1");
        conditions.put(Integer.valueOf(place), Expression.of(condition));
      }
    }
    return conditions;
  }

  private static List<Constraint> checked(Table declared, Map<Integer, Expression> conditions) {
    List<Constraint> constraints = new ArrayList<>();
    for (int i = 0; i < declared.constraints().size(); i++) {
      Constraint constraint = declared.constraints().get(i);
      constraints.add(
          constraint instanceof Check check && conditions.containsKey(i)
              ? check.withCondition(conditions.get(i))
              : constraint);
    }
    return constraints;
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
