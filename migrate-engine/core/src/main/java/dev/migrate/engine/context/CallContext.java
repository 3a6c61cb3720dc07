package dev.migrate.engine.context;

import dev.migrate.Lineage;
import dev.migrate.Recording;
import dev.migrate.RevisionId;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.MigrationLock;
import dev.migrate.dialect.Place;
import dev.migrate.engine.branch.ConflictRules;
import dev.migrate.engine.connect.PlaceKeeper;
import dev.migrate.engine.connect.Session;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.history.HistoryScript;
import dev.migrate.engine.history.HistoryStore;
import dev.migrate.engine.history.HistoryTable;
import dev.migrate.engine.json.RecordingJson;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.engine.render.HistoryEntries;
import dev.migrate.engine.render.ScriptWriter;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that one call works with on one connection. Not thread-safe. */
public final class CallContext implements AutoCloseable {

  private final Settings settings;
  private final Session session;
  private HistoryStore store;
  private HistoryTable table;
  private final PlaceKeeper place;
  private @Nullable String self;

  public CallContext(Settings settings, Session session) {
    this.settings = settings;
    this.session = session;
    this.table = settings.table();
    this.store = newStore();
    this.place = new PlaceKeeper(session);
  }

  private HistoryStore newStore() {
    return new HistoryStore(session.connection(), session.dialect(), table, RecordingJson.FORMAT);
  }

  /** From now on names mean one schema, whatever becomes of the session. */
  public CallContext settle() {
    Place place = session.settle(settings.table().name());
    store.close();
    table = settings.table().at(place);
    store = newStore();
    return this;
  }

  /** What keeps names where they are. */
  public PlaceKeeper place() {
    return place;
  }

  /** The lock of the history in its schema. */
  public MigrationLock lock() {
    return dialect().lock(table.name());
  }

  public Settings settings() {
    return settings;
  }

  public Session session() {
    return session;
  }

  public HistoryStore store() {
    return store;
  }

  public Dialect dialect() {
    return session.dialect();
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

  /** By what pairs of revisions are judged here. */
  public ConflictRules terms() {
    return settings.policy().terms(Optional.of(dialect()));
  }

  public Progress progress() {
    return new Progress(settings.listeners());
  }

  public HistoryEntries bookkeeping() {
    return new HistoryEntries(dialect(), settings.clock(), user());
  }

  /** Writes scripts, which somebody else may run. */
  public ScriptWriter scriptWriter() {
    HistoryEntries ofScripts =
        new HistoryEntries(dialect(), settings.clock(), HistoryScript.SESSION);
    return new ScriptWriter(dialect(), settings.table(), ofScripts);
  }

  public ScriptWriter writer() {
    return new ScriptWriter(dialect(), settings.table(), bookkeeping());
  }

  /**
   * The same with and without the schema before names: another search path may have been set when a
   * revision began.
   */
  public List<ScriptWriter> writers() {
    Place place = session.place();
    return Stream.of(place, place.ambiguous(!place.isAmbiguous()))
        .map(each -> new ScriptWriter(dialect().at(each), settings.table(), bookkeeping()))
        .toList();
  }

  /** The situation in which these revisions count as applied. */
  public AppliedState situation(History history, Set<RevisionId> applied) {
    List<Lineage> lineages = history.entries().stream().map(HistoryEntry::lineage).toList();
    Map<RevisionId, Recording> stored = new HashMap<>();
    Map<RevisionId, RevisionId> ranAfter = new HashMap<>();
    history
        .entries()
        .forEach(entry -> entry.variant().ifPresent(other -> ranAfter.put(entry.id(), other)));
    return new AppliedState(
        settings.known(),
        lineages,
        applied,
        id -> stored.computeIfAbsent(id, key -> stored(history, key)),
        dialect().names(),
        ranAfter);
  }

  @Override
  public void close() {
    store.close();
  }

  /** What the history has of a revision. */
  public Recording stored(History history, RevisionId id) {
    int format = history.entry(id).orElseThrow().format();
    return RecordingJson.read(store.operations(List.of(id)).getOrDefault(id, ""), format);
  }

  private String user() {
    try {
      String user = session.connection().getMetaData().getUserName();
      return user == null ? "unknown" : user;
    } catch (SQLException failure) {
      throw Session.failed("the connection does not work", failure);
    }
  }
}
