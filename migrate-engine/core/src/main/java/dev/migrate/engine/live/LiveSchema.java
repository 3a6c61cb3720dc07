package dev.migrate.engine.live;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Inspector;
import dev.migrate.dialect.UnfinishedCopy;
import dev.migrate.engine.connect.Session;
import dev.migrate.schema.Expression;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.schema.Table;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The database as its catalogue shows it, without what this library keeps there for itself. Reads
 * it each time; remembers nothing.
 */
public final class LiveSchema {

  private static final String UNREADABLE = "the catalogue cannot be read";

  private final Session session;
  private final QualifiedName history;

  /** The database of a session, in which the history table has this name. */
  public LiveSchema(Session session, QualifiedName history) {
    this.session = session;
    this.history = history;
  }

  public Dialect dialect() {
    return session.dialect();
  }

  /** Reads the default schema and these in one inspection; in canonical form. */
  Schema read(Collection<String> namespaces) {
    return dialect().canonical(inspected(namespaces));
  }

  /** Reads the default schema and these in one inspection; in the database's own words. */
  public Schema inspected(Collection<String> namespaces) {
    try {
      Schema live = dialect().inspector().inspect(session.connection(), Set.copyOf(namespaces));
      Set<String> own = own();
      for (QualifiedName name : live.names()) {
        live = own.contains(name.name()) && isHere(name) ? live.without(name) : live;
      }
      return live;
    } catch (SQLException failure) {
      throw Session.failed(UNREADABLE, failure);
    }
  }

  /** How the live schema differs from a declared one, in the database's own spelling. */
  public SchemaDifference difference(Schema declared, Schema live) {
    try {
      return !canBeAsked()
          ? SchemaDifference.between(stored(declared, Set.of()), live)
          : dialect().difference(declared, live, session.connection());
    } catch (SQLException failure) {
      throw Session.failed(UNREADABLE, failure);
    }
  }

  /**
   * A declared schema in canonical form, where the database is asked about these tables, if it can
   * be asked.
   */
  Schema stored(Schema declared, Set<QualifiedName> tables) {
    try {
      return dialect().canonical(declared, canBeAsked() ? tables : Set.of(), session.connection());
    } catch (SQLException failure) {
      throw Session.failed("the database cannot be asked how it stores a table", failure);
    }
  }

  /**
   * Whether the database can be asked how it would store something: that takes a temporary table or
   * view, which a read-only session is not given.
   */
  boolean canBeAsked() {
    return !session.isReadOnly();
  }

  /** Whether foreign keys may only look missing. */
  boolean hidesForeignKeys() {
    try {
      return dialect().inspector().hidesForeignKeys(session.connection());
    } catch (SQLException failure) {
      throw Session.failed(UNREADABLE, failure);
    }
  }

  /** Tables as the database would spell them if they were created now, where it can tell. */
  List<Table> storedTables(Schema declared, Set<QualifiedName> names) {
    if (!canBeAsked()) {
      return List.of();
    }
    Inspector inspector = dialect().inspector();
    try {
      Schema resolved = inspector.resolve(session.connection(), declared);
      return inspector.stored(session.connection(), resolved, names);
    } catch (SQLException failure) {
      throw Session.failed(UNREADABLE, failure);
    }
  }

  /** Queries of views as the database would spell them if they were created now. */
  Map<QualifiedName, Expression> storedQueries(Schema declared, Set<QualifiedName> names) {
    if (!canBeAsked()) {
      return Map.of();
    }
    try {
      return dialect().inspector().storedQueries(session.connection(), declared, names);
    } catch (SQLException failure) {
      throw Session.failed(UNREADABLE, failure);
    }
  }

  /** The copies of tables that a session left of a statement. */
  List<UnfinishedCopy> unfinishedCopies(String of, Set<QualifiedName> tables) {
    try {
      return dialect().inspector().unfinishedCopies(session.connection(), of, tables);
    } catch (SQLException failure) {
      throw Session.failed(UNREADABLE, failure);
    }
  }

  /** Which of these tables keep a change that is not committed. */
  public Set<QualifiedName> withoutTransactions(Set<QualifiedName> tables) {
    try {
      return dialect().inspector().tablesWithoutTransactions(session.connection(), tables);
    } catch (SQLException failure) {
      throw Session.failed(UNREADABLE, failure);
    }
  }

  /** Executes statements that complete or take back what another statement left. */
  void execute(List<String> statements) {
    session.execute(statements, "what a statement left cannot be completed or removed");
  }

  private Set<String> own() {
    Set<String> own = new HashSet<>();
    own.add(history.name());
    dialect().lock(history).tables().forEach(table -> own.add(table.name()));
    return own;
  }

  /** A name without a namespace may be in the one that the history's name has. */
  private boolean isHere(QualifiedName name) {
    return name.namespace().isEmpty() || name.namespace().equals(history.namespace());
  }
}
