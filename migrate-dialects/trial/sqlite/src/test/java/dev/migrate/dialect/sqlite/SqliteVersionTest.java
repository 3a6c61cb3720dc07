package dev.migrate.dialect.sqlite;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.tableOption;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.dialect.DatabaseProduct;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.RenderContext;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.operation.CreateTable;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteVersionTest {

  private static final SqliteDialectProvider PROVIDER = new SqliteDialectProvider();

  private static DatabaseProduct product(int minor) {
    return new DatabaseProduct("SQLite", "3." + minor + ".1", 3, minor);
  }

  @Test
  void isToldByWhatTheDriverSays() {
    Dialect dialect = PROVIDER.dialectFor(product(53)).orElseThrow();
    assertThat(dialect).hasToString("SQLite 3.53");
    assertThat(dialect.capabilities().transactionalDdl()).isTrue();
    assertThat(PROVIDER.dialectFor(new DatabaseProduct("H2", "2.5", 2, 5))).isEmpty();
    assertThat(PROVIDER.names()).containsExactly(DialectName.SQLITE);
  }

  @Test
  void tooOldOnesAreRefusedByName() {
    assertThatThrownBy(() -> PROVIDER.dialectFor(product(34)))
        .isInstanceOf(UnsupportedByDialectException.class)
        .hasMessageContaining("SQLite 3.34.1")
        .hasMessageContaining("use SQLite 3.35 or newer");
  }

  @Test
  void featuresSayWhichVersionHasThem() {
    Table strict =
        Table.of(
            QualifiedName.of("t"),
            List.of(column("n", integer()), tableOption(DialectName.SQLITE, "STRICT")));
    RenderContext context = new RenderContext(Schema.empty());
    assertThatThrownBy(
            () ->
                PROVIDER
                    .dialectFor(product(36))
                    .orElseThrow()
                    .renderer()
                    .render(new CreateTable(strict), context))
        .isInstanceOf(UnsupportedByDialectException.class)
        .hasMessageContaining("use SQLite 3.37, which has them");
    assertThat(
            PROVIDER
                .dialectFor(product(37))
                .orElseThrow()
                .renderer()
                .render(new CreateTable(strict), context))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no such table: migrate_history",
        "[SQLITE_ERROR] SQL error or missing database (no such table: main.migrate_history)"
      })
  void missingTableIsToldByItsWords(String message) {
    Dialect dialect = PROVIDER.dialect(DialectName.SQLITE);
    assertThat(dialect.isMissingTable(new SQLException(message, null, 1))).isTrue();
    assertThat(dialect.isMissingTable(new SQLException(message, null, 19))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[SQLITE_ERROR] SQL error or missing database (no such column: no such table)",
        "[SQLITE_ERROR] SQL error or missing database (near \"no such table\": syntax error)",
        "[SQLITE_ERROR] SQL error or missing database (no such view: x)"
      })
  void otherMistakesAreNoMissingTables(String message) {
    Dialect dialect = PROVIDER.dialect(DialectName.SQLITE);
    assertThat(dialect.isMissingTable(new SQLException(message, null, 1))).isFalse();
    assertThat(dialect.isMissingTable(new SQLException(null, null, 1))).isFalse();
  }
}
