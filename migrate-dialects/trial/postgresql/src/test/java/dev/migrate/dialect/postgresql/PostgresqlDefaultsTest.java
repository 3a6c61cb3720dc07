package dev.migrate.dialect.postgresql;

import static dev.migrate.Ddl.bool;
import static dev.migrate.Ddl.collation;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.date;
import static dev.migrate.Ddl.defaultTo;
import static dev.migrate.Ddl.enumType;
import static dev.migrate.Ddl.expression;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.nativeType;
import static dev.migrate.Ddl.text;
import static dev.migrate.Ddl.timestamp;
import static dev.migrate.Ddl.type;
import static dev.migrate.Ddl.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.schema.DataType;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Defaults and collations that PostgreSQL takes in one form only. */
@ExtendWith(PostgresqlServer.class)
class PostgresqlDefaultsTest {

  private LivePostgresql database;

  @BeforeEach
  void connect() throws SQLException {
    database = new LivePostgresql();
  }

  @AfterEach
  void disconnect() throws SQLException {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 IS NOT NULL",
        "NOT false",
        "1 = 1 AND 2 > 1",
        "1 IN (1, 2)",
        "'a' LIKE 'a%'",
        "2 BETWEEN 1 AND 3",
        "(1 = 1) OR (1 = 2)",
        "(1) = (1)",
        "true",
        "1::boolean",
        "'t'::pg_catalog.bool",
        "coalesce(NULL, true)",
        "pg_catalog.upper(')') = ')'",
        "length($$a$$) IS NOT NULL",
        "EXISTS (VALUES (1)) -- but not in a default"
      })
  void operatorsNeedNoParenthesesOfTheUser(String condition) throws SQLException {
    boolean possible = !condition.startsWith("EXISTS");
    if (!possible) {
      assertThatThrownBy(() -> create(condition)).hasMessageContaining("subquery");
      return;
    }
    create(condition);
    database.execute("INSERT INTO t DEFAULT VALUES", "INSERT INTO u DEFAULT VALUES");
    assertThat(database.query("SELECT a FROM t UNION ALL SELECT a FROM u"))
        .containsExactly("t", "t");
  }

  private void create(String condition) throws SQLException {
    database.run(
        op -> {
          op.createTable("t", column("a", bool()).notNull().defaultTo(expression(condition)));
          op.createTable("u", column("id", integer()).notNull().defaultTo(1));
          op.addColumn("u", column("a", bool()).notNull().defaultTo(expression(condition)));
        });
  }

  @Test
  void aTimeInAnotherZoneNeedsNoParenthesesOfTheUser() throws SQLException {
    database.run(
        op -> {
          op.createTable("t", column("id", integer()));
          op.addColumn(
              "t",
              column("made", timestamp())
                  .defaultTo(expression("CURRENT_TIMESTAMP AT TIME ZONE 'UTC'")));
        });
    database.execute("INSERT INTO t (id) VALUES (1)");
    assertThat(database.query("SELECT made IS NOT NULL FROM t")).containsExactly("t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'today'", "'now'", " 'Tomorrow'::date", "DATE 'yesterday'"})
  void aMomentThatWouldBeReadOnceIsRefused(String moment) {
    for (DataType type : new DataType[] {date(), timestamp()}) {
      assertThatThrownBy(
              () ->
                  database.run(
                      op -> op.createTable("t", column("a", type).defaultTo(expression(moment)))))
          .isInstanceOf(UnsupportedByDialectException.class)
          .hasMessageContaining("computed once")
          .hasMessageContaining("write current");
    }
  }

  @Test
  void aWordOrAComputationIsNoMoment() throws SQLException {
    database.run(
        op ->
            op.createTable(
                "t",
                column("a", text()).defaultTo("today"),
                column("b", timestamp()).defaultTo(expression("'now'::text::timestamp")),
                column("c", timestamp()).defaultTo(expression("'epoch'"))));
    assertThat(database.query("SELECT count(*) FROM t")).containsExactly("0");
  }

  @Test
  void aCollationGoesWithATypeThatHasNone() throws SQLException {
    database.run(
        op -> {
          op.createEnumType("mood", "a");
          op.createTable(
              "t",
              column("n", text()).collate("C").defaultTo("1"),
              column("i", varchar(40)).collate("C"),
              column("e", text()).collate("C"),
              column("s", varchar(5)).collate("C"));
          op.alterColumn("t", "n", type(integer()), defaultTo(7));
          op.alterColumn("t", "i", type(nativeType("inet")));
          op.alterColumn("t", "e", type(enumType("mood")));
          op.alterColumn("t", "s", type(text()));
        });
    assertThat(
            database.query(
                "SELECT attname FROM pg_attribute WHERE attrelid = 't'::regclass"
                    + " AND attcollation = '\"C\"'::regcollation"))
        .containsExactly("s");
  }

  @Test
  void aCollationOfANumberIsRefused() {
    assertThatThrownBy(
            () -> database.run(op -> op.createTable("t", column("n", integer()).collate("C"))))
        .isInstanceOf(UnsupportedByDialectException.class)
        .hasMessageContaining("leave collate(…) out");
    assertThatThrownBy(
            () ->
                database.run(
                    op -> {
                      op.createTable("u", column("n", integer()));
                      op.alterColumn("u", "n", collation("C"));
                    }))
        .isInstanceOf(UnsupportedByDialectException.class);
  }
}
