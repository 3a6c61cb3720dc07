package dev.migrate.generate;

import dev.migrate.engine.call.InspectedDatabase;
import dev.migrate.error.Arguments;
import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import dev.migrate.report.DatabaseException;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.source.JavaNames;
import java.sql.Connection;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * Makes the first revision of a database that exists already: the one that would create its schema
 * in an empty database. Stamped on the existing one, it is recorded without running. Immutable and
 * thread-safe; the database is read, and never changed.
 *
 * <pre>{@code
 * GeneratedBaseline baseline =
 *     Baseline.from(dataSource).packageName("app.revision").modelClass("AppModel").generate();
 * baseline.writeTo(Path.of("src/main/java"));
 * }</pre>
 */
public final class Baseline {

  private static final int TABLES = 50;

  private final Inspected database;
  private final Settings settings;

  /** What the user decides about the files. */
  record Settings(
      String packageName,
      String message,
      Optional<String> modelClass,
      Set<QualifiedName> only,
      int tablesPerRevision,
      Clock clock) {

    Settings {
      only = Set.copyOf(only);
    }
  }

  private Baseline(Inspected database, Settings settings) {
    this.database = database;
    this.settings = settings;
  }

  /**
   * A baseline of the schema that is current on the connections of a data source.
   *
   * @param dataSource its connections, of a user who sees everything in the schema; one at a time
   *     is enough
   */
  public static Baseline from(DataSource dataSource) {
    return from(Inspected.from(dataSource));
  }

  /**
   * A baseline of the schema that is current on a connection.
   *
   * @param connection an open connection in auto-commit mode, which stays open
   */
  public static Baseline from(Connection connection) {
    return from(Inspected.from(connection));
  }

  /**
   * A baseline of a database with further schemas, or with a history table of another name.
   *
   * @param database such as {@code Inspected.from(dataSource).withSchemas("audit")}
   */
  public static Baseline from(Inspected database) {
    return new Baseline(
        Arguments.requireGiven(database, "the inspected database"),
        new Settings("", "existing schema", Optional.empty(), Set.of(), TABLES, Clock.systemUTC()));
  }

  private Baseline with(Settings others) {
    return new Baseline(database, others);
  }

  /**
   * Sets the package of the classes.
   *
   * @param name the package; empty, as by default, for none
   * @throws DefinitionException if that is not the name of a package
   */
  public Baseline packageName(String name) {
    if (!Arguments.requireGiven(name, "the name of the package").isEmpty()
        && !JavaNames.isPackage(name)) {
      throw new DefinitionException(
          "\"" + name + "\" is not the name of a Java package",
          "write a name such as app.revision");
    }
    return with(
        new Settings(
            name,
            settings.message,
            settings.modelClass,
            settings.only,
            settings.tablesPerRevision,
            settings.clock));
  }

  /**
   * Sets the message of the revision, from which the names of class and file come; {@code existing
   * schema} by default.
   *
   * @throws DefinitionException if it is blank
   */
  public Baseline message(String text) {
    if (Arguments.requireGiven(text, "the message").isBlank()) {
      throw new DefinitionException(
          "the message of the first revision is blank", "write one, or leave message(…) out");
    }
    return with(
        new Settings(
            settings.packageName,
            text.strip(),
            settings.modelClass,
            settings.only,
            settings.tablesPerRevision,
            settings.clock));
  }

  /**
   * Writes a class too that declares the schema as a {@link dev.migrate.model.Model}, for
   * applications without entity classes. By default there is none.
   *
   * @param name the simple name of the class, such as {@code AppModel}
   * @throws DefinitionException if that is not the name of a class
   */
  public Baseline modelClass(String name) {
    ModelFile.requireName(Arguments.requireGiven(name, "the name of the class"));
    return with(
        new Settings(
            settings.packageName,
            settings.message,
            Optional.of(name),
            settings.only,
            settings.tablesPerRevision,
            settings.clock));
  }

  /**
   * Takes some tables or views alone, and what they need: the tables that their foreign keys refer
   * to or that they read, their sequences, types and schemas. For databases of which the later
   * revisions change a part; everything else is left alone, and {@code stamp} says nothing about
   * it.
   *
   * @param first a name, as {@link QualifiedName#of} reads it
   * @param more further names
   * @throws DefinitionException if a name is malformed
   */
  public Baseline only(String first, String... more) {
    Set<QualifiedName> names = new TreeSet<>(settings.only);
    names.add(QualifiedName.of(first));
    Arrays.stream(Arguments.requireGiven(more, "the list of tables"))
        .map(QualifiedName::of)
        .forEach(names::add);
    return with(
        new Settings(
            settings.packageName,
            settings.message,
            settings.modelClass,
            names,
            settings.tablesPerRevision,
            settings.clock));
  }

  /**
   * Sets how many tables and views one revision creates at most; 50 by default. More of them become
   * a line of revisions, one after the other.
   *
   * @throws DefinitionException if it is less than 1
   */
  public Baseline tablesPerRevision(int count) {
    if (count < 1) {
      throw new DefinitionException(
          "a revision cannot create " + count + " tables", "allow one or more");
    }
    return with(
        new Settings(
            settings.packageName,
            settings.message,
            settings.modelClass,
            settings.only,
            count,
            settings.clock));
  }

  /** Sets the clock for the time in the id; the system's clock by default. */
  public Baseline clock(Clock other) {
    return with(
        new Settings(
            settings.packageName,
            settings.message,
            settings.modelClass,
            settings.only,
            settings.tablesPerRevision,
            Arguments.requireGiven(other, "the clock")));
  }

  /**
   * Reads the database, and makes the revisions that would create its schema.
   *
   * @return the revisions, of which nothing is written yet
   * @throws DatabaseException if the database cannot be read
   * @throws GeneratorException if revisions are applied to it already, there is nothing in it, or a
   *     table of {@link #only} is not
   */
  public GeneratedBaseline generate() {
    return database.look(this::generate);
  }

  private GeneratedBaseline generate(InspectedDatabase look) {
    requireUnmanaged(look.applied());
    Schema seen = look.schema(database.namespaces());
    BaselineSchema selected =
        settings.only.isEmpty()
            ? BaselineSchema.of(seen, look.dialect())
            : BaselineSchema.of(seen, settings.only, look.dialect());
    if (selected.schema().names().isEmpty()) {
      throw new GeneratorException(
          Facts.of("there is nothing in the database of which a revision could be made")
              .with("schema", look.currentSchema().orElse("the only one"))
              .list("else", selected.unexpressed())
              .with("left", "nothing was written")
              .next(
                  "connect to the database and the schema that has the tables, as a user who may\n"
                      + "see them; for a database that is empty, begin with a revision of your"
                      + " own"));
    }
    return new BaselineRevisions(look, settings).of(selected);
  }

  private void requireUnmanaged(List<String> applied) {
    if (!applied.isEmpty()) {
      throw new GeneratorException(
          Facts.of("the database already has a history, so it needs no first revision")
              .with("history", database.history().toString())
              .list("applied", applied)
              .with("left", "nothing was written")
              .next(
                  "generate the next revision after those that are applied; for an application\n"
                      + "beside that one, name its own table in historyTable(…)"));
    }
  }
}
