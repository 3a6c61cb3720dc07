package dev.migrate.engine.call;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Renderer;
import dev.migrate.dialect.Statement;
import dev.migrate.engine.connect.ConnectionSource;
import dev.migrate.engine.connect.Session;
import dev.migrate.engine.context.CallConnection;
import dev.migrate.engine.context.LeaseChoice;
import dev.migrate.engine.context.Settings;
import dev.migrate.engine.execute.SessionSettings;
import dev.migrate.engine.history.HistoryTable;
import dev.migrate.engine.live.LiveSchema;
import dev.migrate.engine.live.RecordedWords;
import dev.migrate.engine.plan.CodeRevisions;
import dev.migrate.operation.Operation;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.schema.Table;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A database that is looked at without any revisions, on one connection, in the schema that is
 * current on it. Not thread-safe.
 */
public final class InspectedDatabase {

  private final CallConnection connection;
  private final LiveSchema live;

  private InspectedDatabase(CallConnection connection) {
    this.connection = connection;
    this.live = new LiveSchema(connection.session(), connection.settings().table().name());
  }

  /**
   * Looks at a database on a connection that is given back as it was.
   *
   * @param dialect the dialect, if the user handed one over
   * @param history the history table, which is not part of what is seen
   */
  public static <T> T on(
      ConnectionSource source,
      Optional<Dialect> dialect,
      QualifiedName history,
      Function<InspectedDatabase, T> look) {
    Settings settings =
        new Settings(
            CodeRevisions.of(List.of()),
            new HistoryTable(history),
            dialect,
            List.of(),
            Duration.ZERO,
            Optional.empty(),
            LeaseChoice.USUAL,
            Clock.systemUTC(),
            false,
            Map.of());
    return new MigrationCalls(source, settings)
        .on(connection -> look.apply(new InspectedDatabase(connection.settle())));
  }

  public Dialect dialect() {
    return connection.dialect();
  }

  /** The schema that is current, if the database has several. */
  public Optional<String> currentSchema() {
    return connection.session().place().schema();
  }

  /**
   * The current schema and these, in the database's own words, without tables of this library.
   *
   * @param namespaces schemas beside the current one; those that do not exist are left out
   */
  public Schema schema(Collection<String> namespaces) {
    Schema seen = live.inspected(namespaces);
    for (QualifiedName history : histories(seen)) {
      seen = seen.without(history);
      for (QualifiedName own : dialect().lock(history).tables()) {
        seen = seen.without(own);
      }
    }
    return seen;
  }

  /** The tables of other applications that have the columns of a history, whatever their names. */
  public List<QualifiedName> otherHistories(Collection<String> namespaces) {
    return histories(live.inspected(namespaces));
  }

  private static List<QualifiedName> histories(Schema seen) {
    return seen.tables().stream().filter(HistoryTable::isHistory).map(Table::name).toList();
  }

  /** The ids in the history table; none if there is no such table. */
  public List<String> applied() {
    return connection.store().ids().orElse(List.of());
  }

  /** An inspected schema in the words of revisions, where the database means the same by both. */
  public RecordedWords inWordsOf(Schema recorded, Schema inspected) {
    return RecordedWords.of(live, inspected, recorded);
  }

  /**
   * How an inspected schema differs from what was declared of it, without what no revision can
   * declare.
   */
  public SchemaDifference difference(Schema declared, Schema inspected) {
    return live.difference(declared, dialect().canonical(inspected.withUnmodelled(List.of())));
  }

  /** The names of all tables and views that are visible, also in other schemas. */
  public Set<QualifiedName> relations() {
    try {
      return dialect().inspector().relations(connection.session().connection());
    } catch (SQLException failure) {
      throw Session.failed("the catalogue cannot be read", failure);
    }
  }

  /**
   * Executes a statement that somebody else wrote.
   *
   * @throws SQLException if it fails
   */
  public void execute(String sql) throws SQLException {
    try (var statement = connection.session().connection().createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  /**
   * Executes operations as one revision would, without a history.
   *
   * @param before the schema before them
   * @throws SQLException if a statement of them fails
   */
  public void execute(List<Operation> operations, Schema before) throws SQLException {
    List<Statement> statements = rendered(operations, before);
    SessionSettings settings =
        SessionSettings.set(connection.session(), dialect().renderer().settings(statements));
    try {
      for (Statement statement : statements) {
        if (statement.kind() != Statement.Kind.CHECK) {
          execute(statement.sql());
        }
      }
    } catch (SQLException | RuntimeException failure) {
      settings.restoreAfter(failure);
      throw failure;
    }
    settings.restore();
  }

  private List<Statement> rendered(List<Operation> operations, Schema before) {
    Renderer renderer = dialect().renderer();
    List<Statement> statements = new ArrayList<>();
    Schema schema = before;
    for (int done = 0; done < operations.size(); ) {
      RenderContext context = new RenderContext(schema, operations.subList(0, done));
      List<Operation> left = operations.subList(done, operations.size());
      List<Operation> group = left.subList(0, renderer.together(left, context));
      statements.addAll(renderer.render(group, context));
      schema = Operation.applyAll(group, schema);
      done += group.size();
    }
    statements.addAll(renderer.closing(List.copyOf(statements)));
    return statements;
  }

  /** Lets names mean the same as in the beginning, whatever statements have made current. */
  public void goHome() {
    connection
        .session()
        .execute(connection.session().place().entry(), "the schema cannot be made current again");
  }
}
