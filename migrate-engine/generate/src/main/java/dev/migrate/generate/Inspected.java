package dev.migrate.generate;

import dev.migrate.dialect.Dialect;
import dev.migrate.engine.call.InspectedDatabase;
import dev.migrate.engine.connect.ConnectionSource;
import dev.migrate.engine.live.RecordedWords;
import dev.migrate.error.Arguments;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import dev.migrate.model.DeclaredSchema;
import dev.migrate.model.SchemaSource;
import dev.migrate.report.DatabaseException;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.UnmodelledElement;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A database as a model: what its catalogue shows is what is wanted. Immutable and thread-safe if
 * the data source is; the database is read each time, and never changed.
 *
 * <pre>{@code
 * SchemaSource model = Inspected.from(dataSource);
 * SchemaSource model = Inspected.fromScript(Path.of("schema.sql")).on(scratch);
 * }</pre>
 *
 * <p>The current schema of the connection is read, with every schema that the revisions name, but
 * without the tables of this library. Where the database means the same by what it has and by what
 * the revisions declare, the words of the revisions stay: a catalogue shows the database's own
 * spelling.
 *
 * <p>A catalogue does not show who chose the name of a constraint. All names are taken as chosen,
 * except for those that this library would generate.
 */
public final class Inspected implements SchemaSource {

  private static final QualifiedName USUAL_HISTORY = QualifiedName.of("migrate_history");

  private final ConnectionSource source;
  private final QualifiedName history;
  private final Set<String> namespaces;

  private Inspected(ConnectionSource source, QualifiedName history, Set<String> namespaces) {
    this.source = source;
    this.history = history;
    this.namespaces = Set.copyOf(namespaces);
  }

  /**
   * The schema that is current on the connections of a data source.
   *
   * @param dataSource its connections; one at a time is enough
   */
  public static Inspected from(DataSource dataSource) {
    return new Inspected(
        ConnectionSource.of(Arguments.requireGiven(dataSource, "the data source")),
        USUAL_HISTORY,
        Set.of());
  }

  /**
   * The schema that is current on a connection.
   *
   * @param connection an open connection in auto-commit mode, which stays open
   */
  public static Inspected from(Connection connection) {
    return new Inspected(
        ConnectionSource.of(Arguments.requireGiven(connection, "the connection")),
        USUAL_HISTORY,
        Set.of());
  }

  /**
   * A script in the SQL of the database, which makes the schema that is wanted.
   *
   * @param file a file in UTF-8
   */
  public static InspectedScript fromScript(Path file) {
    return InspectedScript.of(Arguments.requireGiven(file, "the file of the script"));
  }

  /**
   * A script in the SQL of the database, which makes the schema that is wanted.
   *
   * @param text the script itself
   */
  public static InspectedScript fromScript(String text) {
    return InspectedScript.of(Arguments.requireGiven(text, "the text of the script"));
  }

  /**
   * A copy that reads further schemas beside the current one.
   *
   * @param names their names, taken literally; those that do not exist are left out
   */
  public Inspected withSchemas(String... names) {
    Set<String> more = new TreeSet<>(namespaces);
    more.addAll(List.of(Arguments.requireGiven(names, "the list of schemas")));
    return new Inspected(source, history, more);
  }

  /**
   * A copy for a history table of another name than {@code migrate_history}.
   *
   * @param name the table's name, as {@link QualifiedName#of} reads it
   * @throws dev.migrate.error.DefinitionException if the name is malformed
   */
  public Inspected historyTable(String name) {
    return new Inspected(source, QualifiedName.of(name), namespaces);
  }

  /**
   * Reads the database as it is now, in its own words.
   *
   * @return its schema, with what no schema can represent in {@link Schema#unmodelled()}
   * @throws DatabaseException if it cannot be read
   */
  public Schema schema() {
    return look(database -> database.schema(namespaces));
  }

  /** Works on a connection that is given back as it was. */
  <T> T look(Function<InspectedDatabase, T> work) {
    return InspectedDatabase.on(source, Optional.empty(), history, work);
  }

  Set<String> namespaces() {
    return namespaces;
  }

  QualifiedName history() {
    return history;
  }

  /**
   * Reads the database as it is now, in the words of the revisions where it means the same by both.
   *
   * @throws DatabaseException if it cannot be read, or is of another kind than the dialect's
   */
  @Override
  public DeclaredSchema declared(Dialect dialect, Schema recorded) {
    return look(database -> declared(database, dialect, recorded));
  }

  private DeclaredSchema declared(InspectedDatabase database, Dialect dialect, Schema recorded) {
    requireSame(dialect, database.dialect());
    Set<String> all = new TreeSet<>(namespaces);
    all.addAll(recorded.namespaces());
    return declared(database, database.schema(all), recorded);
  }

  static DeclaredSchema declared(InspectedDatabase database, Schema seen, Schema recorded) {
    RecordedWords words = database.inWordsOf(recorded, seen.withUnmodelled(List.of()));
    List<String> remarks = new ArrayList<>(remarks(seen));
    words
        .uncompared()
        .forEach(element -> remarks.add(element + " cannot be compared with the revisions"));
    return DeclaredSchema.of(ViewReads.declared(words.schema())).withRemarks(remarks);
  }

  /** What the database has and no schema can represent. */
  static List<String> remarks(Schema seen) {
    return seen.unmodelled().stream()
        .map(UnmodelledElement::toString)
        .map(text -> "the database also has, and no revision can declare: " + text)
        .toList();
  }

  /** Types and texts are those of one product; on another, they would mean something else. */
  static void requireSame(Dialect wanted, Dialect found) throws MigrateException {
    if (!wanted.names().get(0).equals(found.names().get(0))) {
      throw new DatabaseException(
          Facts.of("the model is a database of another kind than the revisions are wanted for")
              .list("wanted", Stream.of(wanted).map(each -> each.names().get(0)).toList())
              .list("model", Stream.of(found).map(each -> each.names().get(0)).toList())
              .with("left", "nothing was written")
              .next("read the model from a database of the same kind"));
    }
  }

  @Override
  public String toString() {
    return "the database as it is now";
  }
}
