package dev.migrate.engine.plan;

import dev.migrate.Lineage;
import dev.migrate.Recording;
import dev.migrate.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a history has of the revisions that ran. */
public interface RecordedHistory {

  /** The history of a database in which nothing ran. */
  RecordedHistory NONE = inOrder(List.of());

  /**
   * A revision as the history has it. Immutable.
   *
   * @param lineage its edges when it was applied
   * @param position its place in the order of application
   * @param variant the revision after which it ran in another form; empty for its own operations
   */
  record Row(Lineage lineage, long position, Optional<RevisionId> variant) {

    RevisionId id() {
      return lineage.id();
    }
  }

  /** Every row, in the order of application. */
  List<Row> rows();

  /** The operations that the history has of a revision. */
  Recording recording(RevisionId id);

  /** A history of revisions that the code has, each in its own form. */
  static RecordedHistory inOrder(List<Lineage> revisions) {
    List<Row> rows = new ArrayList<>();
    revisions.forEach(each -> rows.add(new Row(each, rows.size() + 1L, Optional.empty())));
    List<Row> all = List.copyOf(rows);
    return new RecordedHistory() {
      @Override
      public List<Row> rows() {
        return all;
      }

      @Override
      public Recording recording(RevisionId id) {
        throw new IllegalStateException("the code has every revision but " + id);
      }
    };
  }
}
