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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Creates the columns and checks of tables in temporary tables of the session, to see how H2 spells
 * them. Keys and indexes have no other spelling.
 *
 * @param connection the connection
 * @param names how names are stored
 */
record H2Scratch(Connection connection, H2Names names) {

  /**
   * Starts names that no other table has: H2 refuses a temporary table with the name of another
   * table.
   */
  private static final String SCRATCH = "migrate_scratch_";

  /** The catalogue is read once for so many tables, which are all there at the same time. */
  private static final int TOGETHER = 1_000;

  private static final String CONDITIONS =
      "SELECT CONSTRAINT_NAME, CHECK_CLAUSE FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS"
          + " WHERE LOWER(CONSTRAINT_NAME) LIKE 'migrate\\_scratch\\_%'";

  private static final String TEXT = "'[^']*+(?:''[^']*+)*+'";

  /** H2 keeps the labels that a type had when the condition was written. */
  private static final Pattern LABEL =
      Pattern.compile("CAST\\((" + TEXT + ") AS ENUM\\((?:" + TEXT + "(?:, )?)++\\)\\)");

  List<Table> of(Schema schema, Set<QualifiedName> wanted) throws SQLException {
    List<Table> tables =
        schema.tables().stream().filter(table -> wanted.contains(table.name())).toList();
    List<Table> stored = new ArrayList<>();
    for (int i = 0; i < tables.size(); i += TOGETHER) {
      stored.addAll(read(schema, tables.subList(i, Math.min(tables.size(), i + TOGETHER))));
    }
    return stored;
  }

  private List<Table> read(Schema schema, List<Table> tables) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      List<Table> created = new ArrayList<>();
      ScratchWork<List<Table>> work =
          () -> {
            for (Table table : tables) {
              if (isCreated(statement, schema, table, created.size())) {
                created.add(table);
              }
            }
            return created.isEmpty() ? created : seen(created, statement);
          };
      return work.thenRemoved(
          () -> {
            for (int i = 0; i < created.size(); i++) {
              statement.execute("DROP TABLE " + names.renderer().name(scratch(i)));
            }
          });
    }
  }

  private boolean isCreated(Statement statement, Schema schema, Table table, int number) {
    try {
      statement.execute(definition(schema, table, scratch(number)));
      return true;
    } catch (SQLException | MigrateException impossible) {
      return false;
    }
  }

  private static QualifiedName scratch(int number) {
    return QualifiedName.of(SCRATCH + number);
  }

  private List<Table> seen(List<Table> created, Statement statement) throws SQLException {
    List<List<Column>> columns =
        new H2Catalogue(connection, names, Set.of())
            .columnsOf(IntStream.range(0, created.size()).mapToObj(H2Scratch::scratch).toList());
    Map<String, Expression> conditions = conditions(statement);
    List<Table> seen = new ArrayList<>();
    for (int i = 0; i < created.size(); i++) {
      Table table = created.get(i);
      List<Column> read = columns.get(i);
      String prefix = scratch(i).name() + "_";
      seen.add(
          table
              .withColumns(old -> restored(table, read))
              .withConstraints(checked(table, prefix, conditions)));
    }
    return seen;
  }

  private String definition(Schema schema, Table table, QualifiedName name) {
    Renderer renderer = names.renderer();
    List<Column> bare =
        table.columns().stream().map(column -> column.withComment(Optional.empty())).toList();
    List<TableElement> elements = new ArrayList<>(bare);
    for (int i = 0; i < table.constraints().size(); i++) {
      if (table.constraints().get(i) instanceof Check check) {
        elements.add(check.named(name.name() + "_" + i).withAtColumn(Optional.empty()));
      }
    }
    Table scratch = Table.of(name, elements);
    return renderer
        .render(new CreateTable(scratch), new RenderContext(schema))
        .get(0)
        .sql()
        .replaceFirst("^CREATE TABLE", "CREATE LOCAL TEMPORARY TABLE");
  }

  /** The conditions by the names of their checks. */
  private static Map<String, Expression> conditions(Statement statement) throws SQLException {
    Map<String, Expression> conditions = new HashMap<>();
    try (ResultSet rows = statement.executeQuery(CONDITIONS)) {
      while (rows.next()) {
        String condition = LABEL.matcher(rows.getString(2)).replaceAll("$1");
        conditions.put(rows.getString(1).toLowerCase(Locale.ROOT), Expression.of(condition));
      }
    }
    return conditions;
  }

  private static List<Constraint> checked(
      Table declared, String prefix, Map<String, Expression> conditions) {
    List<Constraint> constraints = new ArrayList<>();
    for (int i = 0; i < declared.constraints().size(); i++) {
      Constraint constraint = declared.constraints().get(i);
      Expression condition = conditions.get(prefix + i);
      constraints.add(
          constraint instanceof Check check && condition != null
              ? check.withCondition(condition)
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
