package dev.migrate.engine.context;

import dev.migrate.RevisionId;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.MigrationLock;
import dev.migrate.dialect.Place;
import dev.migrate.engine.connect.ConnectionSource;
import dev.migrate.engine.connect.PlaceKeeper;
import dev.migrate.engine.connect.Session;
import dev.migrate.engine.history.Fence;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryStore;
import dev.migrate.engine.history.HistoryTable;
import dev.migrate.engine.json.RecordingJson;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.engine.render.HistoryEntries;
import dev.migrate.engine.render.ScriptWriter;
import dev.migrate.schema.QualifiedName;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The connection of one call: its session, and the history and the lock in the schema that is
 * current on it. {@link #settle()} fixes that schema; before it only the history can be read. Not
 * thread-safe.
 */
public final class CallConnection implements AutoCloseable {

  private final Settings settings;
  private final Session session;
  private final ConnectionSource source;
  private HistoryStore store;
  private HistoryTable table;
  private final PlaceKeeper place;
  private @Nullable String self;
  private Fence fence = Fence.NONE;

  /**
   * A connection that has done nothing.
   *
   * @param source where it comes from, and others can be had
   */
  public CallConnection(Settings settings, Session session, ConnectionSource source) {
    this.settings = settings;
    this.session = session;
    this.source = source;
    this.table = settings.table();
    this.store = newStore();
    this.place = new PlaceKeeper(session);
  }

  private HistoryStore newStore() {
    HistoryStore fresh =
        new HistoryStore(session.connection(), session.dialect(), table, RecordingJson.FORMAT);
    fresh.fencedBy(fence);
    return fresh;
  }

  /** From now on names mean one schema, whatever becomes of the session. */
  public CallConnection settle() {
    Place current = session.settle(settings.table().name());
    store.close();
    table = settings.table().at(current);
    store = newStore();
    return this;
  }

  /** The settled connection, on which the database can be changed. */
  public CallConnection settleWritable() {
    settle();
    session.requireWritable();
    return this;
  }

  public Settings settings() {
    return settings;
  }

  public Session session() {
    return session;
  }

  public Dialect dialect() {
    return session.dialect();
  }

  /** What keeps names where they are. */
  public PlaceKeeper place() {
    return place;
  }

  public HistoryStore store() {
    return store;
  }

  /** Where this connection comes from. */
  public ConnectionSource source() {
    return source;
  }

  /** The history table in its schema. */
  public QualifiedName history() {
    return table.name();
  }

  /** From now on statements and writes to the history pass this fence. */
  public void fencedBy(Fence by) {
    fence = by;
    store.fencedBy(by);
  }

  /** What statements have to pass. */
  public Fence fence() {
    return fence;
  }

  /** The lock of the history in its schema. */
  public MigrationLock lock() {
    return dialect().lock(table.name());
  }

  /** Who this connection is to the database; asked once. */
  public String self() {
    String known = self;
    if (known == null) {
      try {
        known = lock().session(session.connection());
      } catch (SQLException failure) {
        throw Session.failed("the session cannot be distinguished from others", failure);
      }
      self = known;
    }
    return known;
  }

  /** Makes the rows of revisions that the user of this connection applies. */
  public HistoryEntries entries() {
    return new HistoryEntries(dialect(), settings.clock(), session.user());
  }

  /** Renders plans for this database, with names in the schema of the call. */
  public ScriptWriter writer() {
    return new ScriptWriter(dialect(), settings.table(), settings.clock());
  }

  /** The code beside a history, of which these revisions count as applied. */
  public AppliedState state(History history, Set<RevisionId> applied) {
    return new AppliedState(
        settings.known(), new StoredRevisions(store, history), applied, dialect().names());
  }

  @Override
  public void close() {
    store.close();
  }
}
