package dev.migrate.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Statement;
import dev.migrate.engine.trial.TrialDialect;
import dev.migrate.report.RevisionState;
import dev.migrate.schema.QualifiedName;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What is written into each column of the history comes back, by every statement that writes it.
 */
class HistoryColumnTest {

  private static final RevisionId ID = RevisionId.of("a");
  private static final HistoryTable TABLE = new HistoryTable(QualifiedName.of("migrate_history"));
  private static final String OPERATIONS = "{\"upgrade\":[]}";

  /** An entry with a value in every column. */
  private static final HistoryEntry ENTRY =
      new HistoryEntry(
          Lineage.of("a").after("p", "q").dependsOn("d").label("l").message("m"),
          3,
          RevisionState.GOING_UP,
          Optional.of(new Flight(2, "statements", Optional.of("session"))),
          "digest",
          1,
          Optional.of(RevisionId.of("v")),
          Duration.ofMillis(9));

  private static final Provenance PROVENANCE =
      new Provenance("dialect", "server", Instant.parse("2026-01-02T03:04:05.678901Z"), "user");

  private final Dialect dialect = new TrialDialect();

  private interface Use {
    void of(HistoryStore store);
  }

  private void with(Use use) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
        HistoryStore store = new HistoryStore(connection, dialect, TABLE, 1)) {
      store.create();
      store.insert(ENTRY, PROVENANCE, OPERATIONS);
      use.of(store);
    }
  }

  @Test
  void theEntryOfThisTestHasAValueInEveryColumn() {
    assertThat(HistoryColumn.values())
        .allSatisfy(
            column ->
                assertThat(column.value(ENTRY, PROVENANCE, OPERATIONS))
                    .as(column.name())
                    .isNotNull());
  }

  @Test
  void aRowIsReadAsItWasWritten() throws SQLException {
    with(
        store -> {
          assertThat(store.read().entries()).containsExactly(ENTRY);
          assertThat(store.operations(List.of(ID))).isEqualTo(Map.of(ID, OPERATIONS));
          assertThat(store.appliedAt()).isEqualTo(Map.of(ID, PROVENANCE.appliedAt()));
          assertThat(store.ids()).contains(List.of("a"));
        });
  }

  @Test
  void aRowIsReadAsItWasChanged() throws SQLException {
    HistoryEntry done =
        new HistoryEntry(
            ENTRY.lineage(),
            ENTRY.position(),
            RevisionState.DONE,
            Optional.empty(),
            "other",
            1,
            ENTRY.variant(),
            Duration.ofMillis(10));
    Lineage lineage = Lineage.of("a").after("o").label("n");
    with(
        store -> {
          store.correct(ENTRY, done, "[]");
          assertThat(store.read().entries()).containsExactly(done);
          assertThat(store.operations(List.of(ID))).isEqualTo(Map.of(ID, "[]"));
          store.place(done, lineage, 4);
          assertThat(store.read().entries()).containsExactly(done.placed(lineage, 4));
          store.delete(done);
          assertThat(store.read().entries()).isEmpty();
        });
  }

  /** Existing tables have these columns; a change of this text needs a way to bring them there. */
  @Test
  void theTableIsWhatItEverWas() {
    assertThat(TABLE.creation(dialect).stream().map(Statement::sql))
        .containsExactly(
            """
            CREATE TABLE migrate_history (
              id VARCHAR(64) NOT NULL,
              parents CHARACTER LARGE OBJECT NOT NULL,
              dependencies CHARACTER LARGE OBJECT NOT NULL,
              labels CHARACTER LARGE OBJECT NOT NULL,
              message CHARACTER LARGE OBJECT,
              "position" BIGINT NOT NULL,
              state VARCHAR(16) NOT NULL,
              statement INTEGER,
              statement_digest VARCHAR(64),
              session VARCHAR(200),
              digest VARCHAR(64) NOT NULL,
              format INTEGER NOT NULL,
              dialect VARCHAR(64) NOT NULL,
              server VARCHAR(200) NOT NULL,
              variant VARCHAR(64),
              applied_at TIMESTAMP(6) NOT NULL,
              applied_by VARCHAR(200) NOT NULL,
              duration BIGINT NOT NULL,
              operations CHARACTER LARGE OBJECT NOT NULL,
              CONSTRAINT pk_migrate_history PRIMARY KEY (id)
            )\
            """);
  }
}
