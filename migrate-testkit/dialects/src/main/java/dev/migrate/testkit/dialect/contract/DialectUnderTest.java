package dev.migrate.testkit.dialect.contract;

import dev.migrate.Operations;
import dev.migrate.dialect.Dialect;
import dev.migrate.operation.Operation;
import dev.migrate.testkit.UrlDataSource;
import dev.migrate.testkit.dialect.contract.SessionContract.Setting;
import dev.migrate.testkit.dialect.contract.UndeclaredContract.Adopted;
import dev.migrate.testkit.dialect.sample.NativeSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * What {@link DialectSuite} asks about a dialect and its database. Methods without a default are
 * questions that only the dialect's author can answer.
 */
public interface DialectUnderTest extends DatabaseContract, SampleContract {

  /** The dialect that speaks to {@link #emptyDatabase}. */
  Dialect dialect();

  /** The dialect whose SQL the golden files hold, for which no database is needed. */
  default Dialect offlineDialect() {
    return dialect();
  }

  /** A new, empty database that may be gone with its last connection, where that is cheaper. */
  default DataSource temporaryDatabase() {
    return emptyDatabase();
  }

  /**
   * A database of this suite for a user who can read it and nothing else, on connections that are
   * read-only where there are such.
   */
  DataSource readOnly(DataSource database);

  /**
   * Whether a user who can only read sees what an operation did.
   *
   * @see DriftContract#isVisibleToReaders(Operation)
   */
  default boolean isVisibleToReaders(Operation operation) {
    return true;
  }

  /**
   * A new, empty database that other processes reach by its URL.
   *
   * @see ProcessContract#sharedDatabase()
   */
  default UrlDataSource sharedDatabase() {
    try {
      return emptyDatabase().unwrap(UrlDataSource.class);
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  /**
   * How many processes migrate one database at once.
   *
   * @see ProcessContract#processes()
   */
  default int processes() {
    return 8;
  }

  /** A temporary database for {@link SoundnessContract}, which takes many, one at a time. */
  default DataSource soundnessDatabase() {
    return temporaryDatabase();
  }

  /** Makes a database read-only while a session works in it; by default nothing does. */
  default Optional<ReadOnlyContract.Switch> readOnlySwitch() {
    return Optional.empty();
  }

  /** A new, empty database whose user may give columns defaults that ask a sequence. */
  default DataSource databaseWithSequences() {
    return emptyDatabase();
  }

  /** A new, empty database for {@link ResumeContract}, which takes many. */
  default DataSource resumedDatabase() {
    return emptyDatabase();
  }

  /**
   * A new, empty database whose sessions are in a time zone, which the process has too.
   *
   * @see ZoneContract#emptyDatabase(TimeZone)
   */
  default DataSource emptyDatabase(TimeZone zone) {
    return emptyDatabase();
  }

  /**
   * Why the database cannot fulfil a contract, such as one about a feature that it does not have.
   * The tests of that contract are reported as skipped for this reason.
   */
  default Optional<String> reasonToSkip(Class<?> contract) {
    return Optional.empty();
  }

  /** Whether a transaction takes back everything that it did, so that one database is enough. */
  default boolean rollsBack() {
    return false;
  }

  /** Databases that others made, with what is special to this product. */
  Stream<Adopted> adopted();

  /** The statements that make a trigger on a table. */
  List<String> trigger(String name, String table);

  /** Mistakes that only this database refuses, by name. */
  default Map<String, Consumer<Operations>> moreMistakes() {
    return Map.of();
  }

  /**
   * How many statements a revision of one statement may cost.
   *
   * @see BudgetContract#statementsPerRevision()
   */
  int statementsPerRevision();

  /**
   * How many statements a run may cost beside its revisions.
   *
   * @see BudgetContract#overhead()
   */
  default int overhead() {
    return 10;
  }

  /** The vendor's client; assume here that it is installed. */
  VendorClient client();

  /**
   * Whether all databases have their schemas in common.
   *
   * @see ScriptedDatabase#sharesSchemas()
   */
  default boolean sharesSchemas() {
    return false;
  }

  /**
   * Statements of the database's own that are hard to carry in a script.
   *
   * @see ScriptedDatabase#ownStatements(Operations)
   */
  default void ownStatements(Operations op) {}

  /** Settings of a session that a revision may change and a run restores. */
  List<Setting> settings();

  /**
   * Whether a query opens a transaction that stays open.
   *
   * @see SessionContract#readsOpenATransaction()
   */
  default boolean readsOpenATransaction() {
    return true;
  }

  /**
   * Changes in words that the database does not keep, by name; none where it keeps every word.
   *
   * @see SpellingContract#spellings()
   */
  default Map<String, BiConsumer<Operations, String>> spellings() {
    return Map.of();
  }

  /**
   * Lets a revision run statement by statement, where the database would run it as a whole.
   *
   * @see SpellingContract#apart(Operations, String)
   */
  default void apart(Operations op, String table) {}

  /** Schemas of well-known programs for this database. */
  List<NativeSchema> nativeSchemas();

  /**
   * What the database itself says of its tables.
   *
   * @see NativeSchemaContract#ownWords(Connection)
   */
  default List<String> ownWords(Connection connection) throws SQLException {
    return List.of();
  }

  /**
   * A query for a column as it is in UTC.
   *
   * @see ZoneContract#inUtc(String, boolean)
   */
  String inUtc(String column, boolean hasZone);

  /**
   * How sessions wait for locks.
   *
   * @see WaitingDatabase#waits()
   */
  Waits waits();

  /** The folder of the golden SQL. */
  default Path goldenFolder() {
    return Path.of("src", "test", "resources", "golden");
  }

  /**
   * The folder of what a run over all pairs of changes found, if it is kept.
   *
   * @see SoundnessContract#soundnessFolder()
   */
  default Optional<Path> soundnessFolder() {
    return Optional.empty();
  }

  /** How many of many similar cases are tried; a slow database tries fewer. */
  default Effort effort() {
    return Effort.USUAL;
  }
}
