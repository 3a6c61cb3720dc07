package dev.migrate.engine.execute;

import dev.migrate.Lineage;
import dev.migrate.Recording;
import dev.migrate.RevisionId;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.MigrationLock;
import dev.migrate.dialect.Place;
import dev.migrate.engine.connect.Session;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.history.HistoryScript;
import dev.migrate.engine.history.HistoryStore;
import dev.migrate.engine.history.HistoryTable;
import dev.migrate.engine.json.RecordingJson;
import dev.migrate.engine.merge.Terms;
import dev.migrate.engine.plan.Situation;
import dev.migrate.engine.render.Bookkeeping;
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
final class Site implements AutoCloseable {

  private final Settings settings;
  private final Session session;
  private HistoryStore store;
  private HistoryTable table;
  private final PlaceKeeper place;
  private @Nullable String self;

  Site(Settings settings, Session session) {
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
  Site settle() {
    Place place = session.settle(settings.table().name());
    store.close();
    table = settings.table().at(place);
    store = newStore();
    return this;
  }

  /** What keeps names where they are. */
  PlaceKeeper place() {
    return place;
  }

  /** The lock of the history in its schema. */
  MigrationLock lock() {
    return dialect().lock(table.name());
  }

  Settings settings() {
    return settings;
  }

  Session session() {
    return session;
  }

  HistoryStore store() {
    return store;
  }

  Dialect dialect() {
    return session.dialect();
  }

  /** Who this connection is to the database; asked once. */
  String self() {
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
  Terms terms() {
    return settings.policy().terms(Optional.of(dialect()));
  }

  Progress progress() {
    return new Progress(settings.listeners());
  }

  Bookkeeping bookkeeping() {
    return new Bookkeeping(dialect(), settings.clock(), user());
  }

  /** Writes scripts, which somebody else may run. */
  ScriptWriter scriptWriter() {
    Bookkeeping ofScripts = new Bookkeeping(dialect(), settings.clock(), HistoryScript.SESSION);
    return new ScriptWriter(dialect(), settings.table(), ofScripts);
  }

  ScriptWriter writer() {
    return new ScriptWriter(dialect(), settings.table(), bookkeeping());
  }

  /**
   * The same with and without the schema before names: another search path may have been set when a
   * revision began.
   */
  List<ScriptWriter> writers() {
    Place place = session.place();
    return Stream.of(place, place.ambiguous(!place.isAmbiguous()))
        .map(each -> new ScriptWriter(dialect().at(each), settings.table(), bookkeeping()))
        .toList();
  }

  /** The situation in which these revisions count as applied. */
  Situation situation(History history, Set<RevisionId> applied) {
    List<Lineage> lineages = history.entries().stream().map(HistoryEntry::lineage).toList();
    Map<RevisionId, Recording> stored = new HashMap<>();
    Map<RevisionId, RevisionId> ranAfter = new HashMap<>();
    history
        .entries()
        .forEach(entry -> entry.variant().ifPresent(other -> ranAfter.put(entry.id(), other)));
    return new Situation(
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
  Recording stored(History history, RevisionId id) {
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
