package dev.migrate.engine.context;

import dev.migrate.Recording;
import dev.migrate.RevisionId;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.history.HistoryStore;
import dev.migrate.engine.json.RecordingJson;
import dev.migrate.engine.plan.RecordedHistory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a history that was read, and the operations of each revision, which are read when
 * they are asked for and kept. Not thread-safe.
 */
public final class StoredRevisions implements RecordedHistory {

  private final HistoryStore store;
  private final History history;
  private final Map<RevisionId, Recording> recordings = new HashMap<>();

  public StoredRevisions(HistoryStore store, History history) {
    this.store = store;
    this.history = history;
  }

  @Override
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (HistoryEntry entry : history.entries()) {
      rows.add(new Row(entry.lineage(), entry.position(), entry.variant()));
    }
    return rows;
  }

  @Override
  public Recording recording(RevisionId id) {
    return recordings.computeIfAbsent(id, this::read);
  }

  private Recording read(RevisionId id) {
    int format = history.entry(id).orElseThrow().format();
    return RecordingJson.read(store.operations(List.of(id)).getOrDefault(id, ""), format);
  }
}
