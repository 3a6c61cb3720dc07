package dev.migrate.dialect.mysql;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Renderer;
import dev.migrate.dialect.SessionSetting;
import dev.migrate.dialect.Statement;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.operation.Operation;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Schema;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the golden files do not show: versions, limits, and indexes that foreign keys imply. */
class MysqlRendererTest {

  private static final MysqlServer MARIADB = new MysqlServer(true, 11, 4, 5);
  private static final MysqlServer MYSQL = new MysqlServer(false, 8, 4, 3);

  private static List<Statement> statements(
      MysqlServer server, Consumer<Operations> given, Consumer<Operations> operation) {
    Renderer renderer = new MysqlDialect(server).renderer();
    Schema schema = Schema.empty();
    for (Operation each : recorded(given)) {
      schema = each.applyTo(schema);
    }
    List<Statement> statements = new ArrayList<>();
    for (Operation each : recorded(operation)) {
      statements.addAll(renderer.render(each, new RenderContext(schema)));
      schema = each.applyTo(schema);
    }
    return statements;
  }

  private static List<Operation> recorded(Consumer<Operations> operations) {
    return Recording.of(Revision.of(Lineage.of("sample").root(), operations)).upgrade();
  }

  private static String sql(
      MysqlServer server, Consumer<Operations> given, Consumer<Operations> operation) {
    return String.join(
        ";\n", statements(server, given, operation).stream().map(Statement::sql).toList());
  }

  private static void refused(
      MysqlServer server,
      Consumer<Operations> given,
      Consumer<Operations> operation,
      String... words) {
    assertThatThrownBy(() -> statements(server, given, operation))
        .isInstanceOf(UnsupportedByDialectException.class)
        .message()
        .contains(words);
  }

  private static void nothing(Operations op) {}

  private static void parent(Operations op) {
    op.createTable("p", column("id", integer()), primaryKey("id"));
  }

  private static void child(Operations op) {
    parent(op);
    op.createTable(
        "c",
        column("a", integer()),
        column("b", integer()),
        foreignKey("a").references("p").named("fk"));
  }

  @Test
  void whatAVersionDoesNotHaveNamesTheOneThatHasIt() {
    MysqlServer old = new MysqlServer(false, 8, 0, 11);
    refused(
        old,
        MysqlRendererTest::nothing,
        op -> op.createTable("t", column("n", integer()), check("n > 0")),
        "MySQL 8.0.16");
    refused(
        old,
        MysqlRendererTest::nothing,
        op -> op.createTable("t", column("d", text()).defaultTo("x")),
        "MySQL 8.0.13");
    refused(
        old,
        MysqlRendererTest::nothing,
        op -> op.createTable("t", column("d", date()).defaultTo(currentDate())),
        "MySQL 8.0.13");
    refused(
        old,
        MysqlRendererTest::parent,
        op -> op.createIndex("p", index(expression("id + 1")).named("ix")),
        "MySQL 8.0.13");
    refused(
        new MysqlServer(true, 10, 6, 0),
        MysqlRendererTest::parent,
        op -> op.createIndex("p", index(desc("id"))),
        "MariaDB 10.8");
    refused(
        new MysqlServer(true, 10, 6, 0),
        MysqlRendererTest::nothing,
        op -> op.createTable("t", column("at", timestampWithTimeZone()).notNull()),
        "MariaDB 10.6.9");
  }

  @Test
  void uuidsAreBytesWhereThereIsNoTypeForThem() {
    Consumer<Operations> table = op -> op.createTable("t", column("id", uuid()));
    assertThat(sql(new MysqlServer(true, 10, 6, 0), MysqlRendererTest::nothing, table))
        .contains("id BINARY(16)");
    assertThat(sql(MYSQL, MysqlRendererTest::nothing, table)).contains("id BINARY(16)");
    assertThat(sql(MARIADB, MysqlRendererTest::nothing, table)).contains("id UUID");
  }

  @Test
  void largeColumnsHaveComputedDefaultsInMysql() {
    Consumer<Operations> table = op -> op.createTable("t", column("d", text()).defaultTo("it's"));
    assertThat(sql(MYSQL, MysqlRendererTest::nothing, table)).contains("DEFAULT ('it''s')");
    assertThat(sql(MARIADB, MysqlRendererTest::nothing, table)).contains("DEFAULT 'it''s'");
  }

  @Test
  void datesAreDefaultsWithoutTheirTypeInMysql() {
    Consumer<Operations> table =
        op ->
            op.createTable(
                "t",
                column("a", time(0)).defaultTo(LocalTime.of(23, 59, 59)),
                column("b", timestampWithTimeZone(3)).defaultTo(Instant.EPOCH.plusSeconds(1)));
    assertThat(sql(MYSQL, MysqlRendererTest::nothing, table))
        .contains("a TIME DEFAULT '23:59:59'")
        .contains("b TIMESTAMP(3) NULL DEFAULT '1970-01-01 00:00:01'");
    assertThat(sql(MARIADB, MysqlRendererTest::nothing, table))
        .contains("a TIME DEFAULT TIME '23:59:59'");
    for (MysqlServer server : List.of(MYSQL, MARIADB)) {
      Renderer renderer = new MysqlDialect(server).renderer();
      assertThat(renderer.settings(statements(server, MysqlRendererTest::nothing, table)))
          .extracting(SessionSetting::during)
          .anyMatch(sql -> sql.contains("'+00:00'"));
    }
  }

  @Test
  void mysqlFindsNoKeyForAForeignKeyToItsOwnColumns() {
    Consumer<Operations> key =
        op -> op.addForeignKey("p", foreignKey("id").references("p").named("fk"));
    refused(MYSQL, MysqlRendererTest::parent, key, "from columns to themselves", "leave it out");
    assertThat(sql(MARIADB, MysqlRendererTest::parent, key)).contains("REFERENCES p (id)");
  }

  @Test
  void mysqlDropsAChecksBeforeItsColumnIsRenamed() {
    Consumer<Operations> table =
        op ->
            op.createTable(
                "t", column("a", integer()), check("a > 0").named("ck"), index("a").named("ix"));
    Consumer<Operations> rename = op -> op.renameColumn("t", "a", "b");
    assertThat(sql(MARIADB, table, rename)).isEqualTo("ALTER TABLE t RENAME COLUMN a TO b");
    assertThat(sql(MYSQL, table, rename))
        .isEqualTo(
            """
            ALTER TABLE t DROP CHECK ck;
            ALTER TABLE t RENAME COLUMN a TO b;
            ALTER TABLE t ADD CONSTRAINT ck CHECK (b > 0)\
            """);
    refused(
        MYSQL,
        op ->
            op.createTable("t", column("a", integer()), column("g", integer()).virtualAs("a + 1")),
        rename,
        "generated column t.g",
        "drop that column");
  }

  @Test
  void aNameThatWantsQuotesIsNotWrittenIntoAnExpression() {
    Consumer<Operations> table =
        op -> op.createTable("t", column("a", integer()), check("a > 0").named("ck"));
    refused(MARIADB, table, op -> op.renameColumn("t", "a", "with space"), "constraint ck");
    refused(MARIADB, table, op -> op.renameColumn("t", "a", "order"), "constraint ck");
  }

  @Test
  void theIndexOfAForeignKeyComesAndGoesWithTheLastOneThatServes() {
    assertThat(sql(MARIADB, MysqlRendererTest::child, op -> op.createIndex("c", index("a", "b"))))
        .isEqualTo("ALTER TABLE c DROP INDEX fk, ADD INDEX ix_c_a_b (a, b)");
    Consumer<Operations> served =
        op -> {
          child(op);
          op.createIndex("c", index("a", "b"));
        };
    assertThat(sql(MARIADB, served, op -> op.createIndex("c", index("a"))))
        .isEqualTo("CREATE INDEX ix_c_a ON c (a)");
    assertThat(sql(MARIADB, served, op -> op.dropIndex("c", "ix_c_a_b")))
        .isEqualTo("ALTER TABLE c DROP INDEX ix_c_a_b, ADD INDEX fk (a)");
    assertThat(sql(MARIADB, served, op -> op.dropConstraint("c", "fk")))
        .isEqualTo("ALTER TABLE c DROP FOREIGN KEY fk");
    assertThat(sql(MARIADB, MysqlRendererTest::child, op -> op.dropConstraint("c", "fk")))
        .isEqualTo("ALTER TABLE c DROP FOREIGN KEY fk, DROP INDEX fk");
  }

  @Test
  void oneForeignKeyServesAnother() {
    Consumer<Operations> two =
        op -> {
          child(op);
          op.addForeignKey("c", foreignKey("a").references("p").named("fk2"));
        };
    assertThat(
            sql(
                MARIADB,
                MysqlRendererTest::child,
                op -> op.addForeignKey("c", foreignKey("a").references("p").named("fk2"))))
        .isEqualTo("ALTER TABLE c ADD CONSTRAINT fk2 FOREIGN KEY (a) REFERENCES p (id)");
    assertThat(sql(MARIADB, two, op -> op.dropConstraint("c", "fk")))
        .isEqualTo("ALTER TABLE c DROP FOREIGN KEY fk, DROP INDEX fk, ADD INDEX fk2 (a)");
  }

  @Test
  void aForeignKeyNamesTheColumnsInTheOrderOfTheKey() {
    Consumer<Operations> given =
        op -> {
          op.createTable("p", column("a", integer()), column("b", integer()), unique("a", "b"));
          op.createTable("c", column("x", integer()), column("y", integer()));
        };
    refused(
        MARIADB,
        given,
        op -> op.addForeignKey("c", foreignKey("x", "y").references("p", "b", "a")),
        "in the order of the key of p");
  }

  @Test
  void whatTheServerWouldRefuseIsRefusedBefore() {
    Consumer<Operations> none = MysqlRendererTest::nothing;
    refused(MARIADB, none, op -> op.createTable("t", column("a", varchar(20_000))), "text()");
    refused(MARIADB, none, op -> op.createTable("t", column("a", character(300))), "varchar(300)");
    refused(MARIADB, none, op -> op.createTable("t", column("a", binary(70_000))), "blob()");
    refused(MARIADB, none, op -> op.createTable("t", column("a", decimal(66, 2))), "decimal(65");
    refused(MARIADB, none, op -> op.createTable("t", column("a", time(9))), "microseconds");
    refused(
        MARIADB,
        none,
        op -> op.createTable("t", column("a", integer()), column("A", date())),
        "two columns");
    refused(
        MARIADB, none, op -> op.createTable("t", column("a", text()), index("a")), "prefix(100)");
    refused(MYSQL, none, op -> op.createTable("t", column("a", json()), unique("a")), "virtualAs");
    refused(
        MARIADB,
        none,
        op -> op.createTable("t", column("a", varchar(1000)), index("a")),
        "prefix(100)");
    refused(
        MARIADB,
        none,
        op -> op.createTable("t", column("a", integer()).identity()),
        "first column of a primary key");
    refused(
        MARIADB,
        none,
        op -> op.createTable("t", column("a", integer()).storedAs("1").notNull()),
        "IS NOT NULL");
    refused(
        MARIADB,
        none,
        op -> op.createTable("smile\ud83d\ude00", column("a", date())),
        "letters, digits and _");
    refused(
        MARIADB, none, op -> op.createTable("t ", column("a", date())), "letters, digits and _");
    refused(
        MARIADB,
        none,
        op -> op.createTable("t", column("a", date()), comment("\ud83d\ude00")),
        "emoji");
    refused(
        MARIADB,
        none,
        op -> op.createTable("t", column("a", date()).comment("x".repeat(1025))),
        "1024");
    refused(
        MARIADB,
        none,
        op -> op.createTable("n".repeat(65), column("a", date())),
        "at most 64 characters");
    refused(
        MARIADB,
        none,
        op -> {
          op.createEnumType("mood", "sad", "Sad");
          op.createTable("t", column("a", enumType("mood")));
        },
        "differs not only in case");
    refused(
        MARIADB,
        none,
        op ->
            op.createTable(
                "t", column("a", integer().on(DialectName.MYSQL, smallint())).defaultTo(40_000)),
        "fits the type");
    refused(
        MARIADB,
        none,
        op ->
            op.createTable(
                "t", column("a", varchar(9).on(DialectName.MARIADB, varchar(2))).defaultTo("abc")),
        "fits the type");
    refused(
        MARIADB,
        none,
        op -> {
          op.createTable("t", column("a", timestampWithTimeZone()));
          op.insert("t", columns("a"), row(Instant.parse("2040-01-01T00:00:00Z")));
        },
        "2038-01-19",
        "timestamp()");
    refused(
        MARIADB,
        none,
        op -> {
          op.createTable("t", column("a", time()));
          op.insert("t", columns("a"), row(LocalTime.of(1, 0, 0, 1)));
        },
        "microseconds");
    refused(
        MARIADB,
        MysqlRendererTest::parent,
        op ->
            op.createTable(
                "c",
                column("a", integer()).notNull(),
                foreignKey("a").references("p").onDelete(SET_NULL)),
        "nullable()");
    refused(
        MARIADB,
        MysqlRendererTest::parent,
        op ->
            op.createTable(
                "c",
                column("a", integer()).defaultTo(1),
                foreignKey("a").references("p").onDelete(SET_DEFAULT)),
        "CASCADE");
    refused(
        MARIADB,
        MysqlRendererTest::child,
        op -> op.alterColumn("p", "id", type(bigint())),
        "foreign key fk of table c");
  }

  @Test
  void rowsThatWouldGetAZeroAreAskedFor() {
    List<Statement> statements =
        statements(
            MARIADB,
            MysqlRendererTest::parent,
            op -> op.addColumn("p", column("n", integer()).notNull()));
    assertThat(statements.get(0).kind()).isEqualTo(Statement.Kind.CHECK);
    assertThat(statements).hasSize(2);
    assertThat(
            statements(
                MARIADB,
                MysqlRendererTest::parent,
                op -> op.addColumn("p", column("n", integer()).notNull().defaultTo(1))))
        .hasSize(1);
  }

  @Test
  void aSchemaIsDroppedOnlyIfNobodyHasSomethingInIt() {
    List<Statement> statements =
        statements(MARIADB, op -> op.createSchema("it's"), op -> op.dropSchema("it's"));
    assertThat(statements.get(0).kind()).isEqualTo(Statement.Kind.CHECK);
    assertThat(statements.get(0).sql()).contains("TABLE_SCHEMA = 'it''s'");
    assertThat(statements.get(1).sql()).isEqualTo("DROP SCHEMA `it's`");
  }

  @Test
  void theSessionIsSetOnlyForWhatNeedsIt() {
    Renderer renderer = new MysqlDialect(MARIADB).renderer();
    assertThat(renderer.settings(statements(MARIADB, op -> {}, MysqlRendererTest::child)))
        .isEmpty();
    List<SessionSetting> rows =
        renderer.settings(
            statements(
                MARIADB, MysqlRendererTest::parent, op -> op.insert("p", columns("id"), row(0))));
    assertThat(rows)
        .singleElement()
        .asString()
        .contains("STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO")
        .contains("foreign_key_checks = 1")
        .doesNotContain("time_zone");
    List<SessionSetting> instants =
        renderer.settings(
            statements(
                MARIADB,
                op -> op.createTable("t", column("at", timestampWithTimeZone())),
                op -> op.insert("t", columns("at"), row(Instant.EPOCH.plusSeconds(1)))));
    assertThat(instants).singleElement().asString().contains("time_zone = '+00:00'");
    assertThat(instants.get(0).restore().apply("ANSI_QUOTES;Europe/Berlin;0"))
        .isEqualTo(
            "SET SESSION sql_mode = 'ANSI_QUOTES', time_zone = 'Europe/Berlin',"
                + " foreign_key_checks = 0");
  }
}
