package dev.migrate.dialect.mysql;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Operations;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * What somebody else created is held by the model as it is, or named: nothing is read as something
 * plainer.
 */
class MysqlAdoptedTest {

  @Nested
  class OnMariadb extends Adopted {

    @Override
    TestServer server() {
      return TestServer.mariadb();
    }

    @Test
    void aCheckAtAColumnIsKeptWhenTheColumnIsRestated() throws SQLException {
      Consumer<Operations> declared =
          op ->
              op.createTable(
                  "t",
                  column("id", bigint()),
                  column("qty", integer()).notNull(),
                  primaryKey("id"),
                  check("qty > 0").atColumn("qty"));
      Consumer<Operations> larger = op -> op.alterColumn("t", "qty", type(bigint()));
      try (LiveSession session = new LiveSession(server())) {
        session.execute("CREATE TABLE t (id BIGINT PRIMARY KEY, qty INT NOT NULL CHECK (qty > 0))");
        assertThat(session.differences(declared)).isEmpty();
        assertThat(
                session.differences(
                    op ->
                        op.createTable(
                            "t",
                            column("id", bigint()),
                            column("qty", integer()).notNull(),
                            primaryKey("id"),
                            check("qty > 0").named("qty"))))
            .isNotEmpty();
        session.migrator(declared).stamp("r1");
        session.migrator(declared, larger).upgrade();
        assertThatThrownBy(() -> session.execute("INSERT INTO t VALUES (1, -5)"))
            .isInstanceOf(SQLException.class);
        assertThat(session.differences(declared, larger)).isEmpty();
      }
    }

    @Test
    void aCheckAtAColumnComesAndGoesWithTheDefinitionOfItsColumn() throws SQLException {
      Consumer<Operations> table =
          op ->
              op.createTable(
                  "t",
                  column("qty", integer()),
                  column("n", integer()).comment("n"),
                  check("qty > 0").atColumn("qty").named("positive"));
      Consumer<Operations> more = op -> op.addCheck("t", check("n < 9").atColumn("n").named("few"));
      Consumer<Operations> renamed =
          op -> {
            op.renameColumn("t", "qty", "amount");
            op.renameConstraint("t", "few", "small");
            op.alterColumn("t", "amount", notNull());
          };
      Consumer<Operations> gone = op -> op.dropConstraint("t", "positive");
      try (LiveSession session = new LiveSession(server())) {
        session.migrator(table, more, renamed, gone).upgrade();
        assertThat(session.differences(table, more, renamed, gone)).isEmpty();
        assertThat(session.creation("t"))
            .contains("CHECK (`n` < 9)")
            .doesNotContain("CONSTRAINT", "`amount` > 0");
        session.migrator(table, more, renamed, gone).downgrade("r1");
        assertThat(session.differences(table)).isEmpty();
      }
    }

    @Test
    void aCheckIsThatOfItsColumnWhateverTheColumnWasCalled() throws SQLException {
      try (LiveSession session = new LiveSession(server())) {
        session.execute(
            "CREATE TABLE t (a INT CHECK (a > 0), doc JSON)",
            "ALTER TABLE t RENAME COLUMN a TO b, RENAME COLUMN doc TO a",
            "ALTER TABLE t ADD COLUMN c INT CHECK (c > 0)");
        Consumer<Operations> declared =
            op ->
                op.createTable(
                    "t",
                    column("b", integer()),
                    column("a", json()),
                    column("c", integer()),
                    check("b > 0").atColumn("b"),
                    check("c > 0").atColumn("c"));
        assertThat(session.differences(declared)).isEmpty();
      }
    }

    @Test
    void theLimitsOfASequenceComeBackWithIt() throws SQLException {
      Consumer<Operations> plain = op -> op.createSequence("s");
      Consumer<Operations> limited =
          op -> op.createSequence(sequence("s").maximum(99).cycling().cache(5));
      Consumer<Operations> negative = op -> op.createSequence(sequence("n").startingAt(-5));
      try (LiveSession session = new LiveSession(server())) {
        session.execute("CREATE SEQUENCE s MINVALUE 1 MAXVALUE 99 CACHE 5 CYCLE");
        assertThat(session.differences(plain)).isNotEmpty();
        assertThat(session.differences(limited)).isEmpty();
        session.migrator(limited).stamp("r1");
        session.migrator(limited, op -> op.dropSequence("s"), negative).upgrade();
        session.migrator(limited, op -> op.dropSequence("s"), negative).downgrade("r1");
        assertThat(session.rows("SHOW CREATE SEQUENCE s").get(0))
            .contains("maxvalue 99", "cache 5", " cycle");
        assertThat(session.differences(limited)).isEmpty();
      }
    }

    @Test
    void versionsOfRowsAreAnOption() throws SQLException {
      Consumer<Operations> declared =
          op ->
              op.createTable(
                  "t",
                  column("id", integer()),
                  tableOption(MARIADB, "WITH SYSTEM VERSIONING ROW_FORMAT=DYNAMIC"));
      try (LiveSession session = new LiveSession(server())) {
        session.migrator(declared).upgrade();
        assertThat(session.differences(declared)).isEmpty();
        assertThat(session.differences(op -> op.createTable("t", column("id", integer()))))
            .isNotEmpty();
      }
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = TestServer.MYSQL_URL,
      matches = ".+",
      disabledReason = TestServer.NO_MYSQL)
  class OnMysql extends Adopted {

    @Override
    TestServer server() {
      return TestServer.mysql();
    }

    @Test
    void aCheckThatIsNotEnforcedStaysSoWhenItsColumnIsRenamed() throws SQLException {
      Consumer<Operations> declared =
          op ->
              op.createTable("t", column("n", integer()), check("n > 0").named("ck").notEnforced());
      Consumer<Operations> rename = op -> op.renameColumn("t", "n", "m");
      try (LiveSession session = new LiveSession(server())) {
        session.execute(
            "CREATE TABLE t (n INT, CONSTRAINT ck CHECK (n > 0) NOT ENFORCED)",
            "INSERT INTO t VALUES (-1)");
        assertThat(
                session.differences(
                    op -> op.createTable("t", column("n", integer()), check("n > 0").named("ck"))))
            .isNotEmpty();
        session.migrator(declared).stamp("r1");
        session.migrator(declared, rename).upgrade();
        assertThat(session.differences(declared, rename)).isEmpty();
      }
    }

    @Test
    void aSpatialReferenceSystemIsKept() throws SQLException {
      Consumer<Operations> declared =
          op -> op.createTable("t", column("p", nativeType("point srid 4326")).notNull());
      try (LiveSession session = new LiveSession(server())) {
        session.execute("CREATE TABLE t (p POINT NOT NULL SRID 4326)");
        assertThat(session.differences(declared)).isEmpty();
        assertThat(
                session.differences(
                    op -> op.createTable("t", column("p", nativeType("point")).notNull())))
            .isNotEmpty();
        session.migrator(declared).stamp("r1");
        Consumer<Operations> comment = op -> op.alterColumn("t", "p", comment("where"));
        session.migrator(declared, comment).upgrade();
        assertThat(session.differences(declared, comment)).isEmpty();
      }
    }

    @Test
    void eventsAreNamed() throws SQLException {
      try (LiveSession session = new LiveSession(server())) {
        session.execute("CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY DISABLE DO SET @a = 1");
        assertThat(session.unmodelled()).contains("event nightly");
      }
    }

    @Test
    void aViewThatRollsUpIsReadInWordsThatTheServerUnderstands() throws SQLException {
      try (LiveSession session = new LiveSession(server())) {
        session.execute(
            "CREATE TABLE t (s VARCHAR(20), n INT)",
            "CREATE VIEW v AS SELECT COALESCE(s, 'rollup_group_item(a,0)') AS x, COUNT(*) AS c,"
                + " SUM(n) AS n FROM t GROUP BY s WITH ROLLUP");
        String query = session.inspected().views().get(0).query().orElseThrow().text();
        assertThat(query).contains("'rollup_group_item(a,0)'").doesNotContain("switcher");
        session.execute("CREATE VIEW again AS " + query);
      }
    }

    @Test
    void theParserOfAFullTextIndexIsNamed() throws SQLException {
      try (LiveSession session = new LiveSession(server())) {
        session.execute("CREATE TABLE t (b TEXT, FULLTEXT INDEX f (b) WITH PARSER ngram)");
        assertThat(session.unmodelled()).containsExactly("index f of table t: parser ngram");
      }
    }
  }

  abstract static class Adopted {

    abstract TestServer server();

    private static Consumer<Operations> text(String option) {
      return op -> op.createTable("t", column("a", varchar(20)), tableOption(MYSQL, option));
    }

    @Test
    void textsThatTellCaseAreNotThoseThatDoNot() throws SQLException {
      try (LiveSession session = new LiveSession(server())) {
        session.execute("CREATE TABLE t (a VARCHAR(20)) CHARSET utf8mb3 COLLATE utf8mb3_bin");
        assertThat(session.differences(op -> op.createTable("t", column("a", varchar(20)))))
            .singleElement()
            .asString()
            .contains("utf8mb3_bin");
        assertThat(session.differences(text("DEFAULT CHARSET=utf8 COLLATE=utf8_bin"))).isEmpty();
        assertThat(session.differences(text("DEFAULT CHARSET=utf8"))).isNotEmpty();
        session.execute(
            "DROP TABLE t", "CREATE TABLE t (a VARCHAR(20) COLLATE utf8mb4_bin) CHARSET utf8mb4");
        assertThat(session.differences(op -> op.createTable("t", column("a", varchar(20)))))
            .isNotEmpty();
        assertThat(
                session.differences(
                    op -> op.createTable("t", column("a", varchar(20)).collate("utf8mb4_bin"))))
            .isEmpty();
      }
    }

    @Test
    void whatIsTheDatabasesDefaultMayBeStated() throws SQLException {
      try (LiveSession session = new LiveSession(server())) {
        String usual = session.rows("SELECT @@character_set_database, @@collation_database").get(0);
        String[] words = usual.split(" ");
        Consumer<Operations> stated =
            text("ENGINE=InnoDB DEFAULT CHARSET=" + words[0] + " COLLATE=" + words[1]);
        session.migrator(stated).upgrade();
        assertThat(session.differences(stated)).isEmpty();
        assertThat(session.differences(text("CHARSET=" + words[0]))).isEmpty();
        assertThat(session.differences(op -> op.createTable("t", column("a", varchar(20)))))
            .isEmpty();
        assertThat(
                session.differences(
                    op -> op.createTable("t", column("a", varchar(20)).collate(words[1]))))
            .isEmpty();
        session.execute("ALTER DATABASE CHARACTER SET latin1 COLLATE latin1_bin");
        assertThat(session.differences(text("COLLATE=" + words[1]))).isEmpty();
        assertThat(session.differences(text("ENGINE=InnoDB"))).isNotEmpty();
      }
    }

    @Test
    void theEngineAndOtherOptionsAreHeld() throws SQLException {
      Consumer<Operations> declared =
          op -> {
            op.createTable("a", column("n", integer()), tableOption(MYSQL, "ENGINE=MyISAM"));
            op.createTable(
                "b",
                column("n", integer()),
                tableOption(MYSQL, "KEY_BLOCK_SIZE=8 ROW_FORMAT=COMPRESSED STATS_PERSISTENT=0"));
            op.createTable(
                "c",
                column("n", integer()),
                index("n").named("tree").using("btree"),
                tableOption(MYSQL, "ENGINE=MEMORY"));
            op.createTable(
                "d",
                column("n", integer()),
                index("n").named("hash"),
                tableOption(MYSQL, "ENGINE=MEMORY"));
          };
      Consumer<Operations> undeclared =
          op -> {
            for (String table : List.of("a", "b")) {
              op.createTable(table, column("n", integer()));
            }
          };
      try (LiveSession session = new LiveSession(server())) {
        session.execute(
            "CREATE TABLE a (n INT) ENGINE=MyISAM",
            "CREATE TABLE b (n INT) ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=8 STATS_PERSISTENT=0",
            "CREATE TABLE c (n INT, INDEX tree USING BTREE (n)) ENGINE=MEMORY",
            "CREATE TABLE d (n INT, INDEX hash (n)) ENGINE=MEMORY");
        assertThat(session.differences(declared)).isEmpty();
        assertThat(session.differences(undeclared)).hasSizeGreaterThanOrEqualTo(2);
        session.execute("DROP TABLE a, b, c, d");
        session.migrator(declared).upgrade();
        assertThat(session.differences(declared)).isEmpty();
      }
    }

    @Test
    void partitionsAreHeldAndCreatedAgain() throws SQLException {
      try (LiveSession session = new LiveSession(server())) {
        session.execute(
            "CREATE TABLE a (n INT) PARTITION BY RANGE (n) (PARTITION p0 VALUES LESS THAN (10),"
                + " PARTITION `p ``1` VALUES LESS THAN MAXVALUE)",
            "CREATE TABLE b (n INT, m INT) PARTITION BY LIST COLUMNS (n) (PARTITION p0 VALUES IN"
                + " (1, 2), PARTITION p1 VALUES IN (3))",
            "CREATE TABLE c (n INT PRIMARY KEY) PARTITION BY KEY (n) PARTITIONS 3",
            "CREATE TABLE d (n INT, m INT) PARTITION BY RANGE (n) SUBPARTITION BY HASH (m)"
                + " SUBPARTITIONS 2 (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS"
                + " THAN (20))");
        assertThat(session.createdAgain("a", "b", "c", "d"))
            .isEqualTo(session.read("a", "b", "c", "d"));
        Consumer<Operations> plain = op -> op.createTable("a", column("n", integer()));
        assertThat(session.differences(plain)).isNotEmpty();
      }
    }

    @Test
    void anInvisibleIndexStaysSo() throws SQLException {
      Consumer<Operations> declared =
          op ->
              op.createTable(
                  "t",
                  column("k", varchar(20)),
                  column("u", varchar(20)),
                  index("k").named("i").invisible(),
                  index("u").named("x").unique().invisible());
      Consumer<Operations> drop =
          op -> {
            op.dropIndex("t", "i");
            op.dropIndex("t", "x");
          };
      String invisible = server() == TestServer.mariadb() ? "IGNORED" : "INVISIBLE";
      try (LiveSession session = new LiveSession(server())) {
        session.execute(
            "CREATE TABLE t (k VARCHAR(20), u VARCHAR(20), INDEX i (k) "
                + invisible
                + ", UNIQUE INDEX x (u) "
                + invisible
                + ")");
        assertThat(session.differences(declared)).isEmpty();
        session.migrator(declared).stamp("r1");
        session.migrator(declared, drop).upgrade();
        session.migrator(declared, drop).downgrade("-1");
        assertThat(session.differences(declared)).isEmpty();
        assertThat(session.creation("t")).contains(invisible);
      }
    }

    @Test
    void aKeyOverTheBeginningOfAColumnIsNamed() throws SQLException {
      try (LiveSession session = new LiveSession(server())) {
        session.execute("CREATE TABLE t (k VARCHAR(200), n INT, PRIMARY KEY (k(10), n))");
        assertThat(session.unmodelled())
            .containsExactly("constraint PRIMARY of table t: prefixes k(10), n");
        assertThat(
                session.differences(
                    op ->
                        op.createTable(
                            "t",
                            column("k", varchar(200)),
                            column("n", integer()),
                            primaryKey("k", "n"))))
            .isNotEmpty();
      }
    }

    @Test
    void whatTheModelDoesNotHoldIsNamed() throws SQLException {
      try (LiveSession session = new LiveSession(server())) {
        session.execute(
            "CREATE TABLE t (id INT PRIMARY KEY, n INT, INDEX ix (n) COMMENT 'why')",
            "CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.n = 1",
            "CREATE PROCEDURE p() SET @a = 1",
            "CREATE FUNCTION f() RETURNS INT DETERMINISTIC RETURN 1",
            "CREATE SQL SECURITY INVOKER VIEW v AS SELECT id FROM t WHERE id > 3"
                + " WITH CASCADED CHECK OPTION");
        assertThat(session.unmodelled())
            .contains(
                "trigger tr on table t: BEFORE INSERT",
                "procedure p",
                "function f",
                "index ix of table t: comment why",
                "view v: security INVOKER",
                "view v: check option CASCADED");
      }
    }

    @Test
    void anInvisibleComputedColumnIsKept() throws SQLException {
      try (LiveSession session = new LiveSession(server())) {
        session.execute(
            "CREATE TABLE t (n INT, m INT GENERATED ALWAYS AS (n + 1) VIRTUAL INVISIBLE,"
                + " o INT INVISIBLE DEFAULT 3 COMMENT 'o', at DATETIME(3) NULL DEFAULT NULL"
                + " ON UPDATE CURRENT_TIMESTAMP(3))");
        assertThat(session.createdAgain("t")).isEqualTo(session.read("t"));
      }
    }

    @Test
    void aColumnThatChangesWithEachUpdateHasAsManyDigitsAsItsType() throws SQLException {
      Consumer<Operations> declared =
          op ->
              op.createTable(
                  "t",
                  column("id", integer()),
                  column("a", nativeType("datetime(3) on update current_timestamp(3)"))
                      .notNull()
                      .defaultTo(currentTimestamp()),
                  column("b", nativeType("TIMESTAMP(6) ON UPDATE NOW()"))
                      .defaultTo(currentTimestamp()),
                  column("c", nativeType("datetime on update current_timestamp")),
                  column("d", nativeType("datetime(2)")).defaultTo(currentTimestamp()));
      Consumer<Operations> restated = op -> op.alterColumn("t", "b", comment("b"));
      try (LiveSession session = new LiveSession(server())) {
        session.migrator(declared, restated).upgrade();
        assertThat(session.differences(declared, restated)).isEmpty();
      }
    }

    @Test
    void partitionsComeAfterTheComment() throws SQLException {
      Consumer<Operations> declared =
          op ->
              op.createTable(
                  "t",
                  column("id", bigint()),
                  primaryKey("id"),
                  comment("numbers"),
                  tableOption(MYSQL, "PARTITION BY HASH (id) PARTITIONS 4"));
      try (LiveSession session = new LiveSession(server())) {
        session.migrator(declared).upgrade();
        assertThat(session.differences(declared)).isEmpty();
        assertThat(session.creation("t")).contains("COMMENT='numbers'", "PARTITIONS 4");
      }
    }
  }
}
