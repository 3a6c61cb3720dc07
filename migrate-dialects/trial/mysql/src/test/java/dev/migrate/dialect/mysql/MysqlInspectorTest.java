package dev.migrate.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.BinaryType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Column;
import dev.migrate.schema.CurrentTimestamp;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.IdentityMode;
import dev.migrate.schema.Index;
import dev.migrate.schema.Literal;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.NextValue;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import dev.migrate.schema.TimestampType;
import dev.migrate.testkit.dialect.jdbc.CountingDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What is read of tables that others made. */
class MysqlInspectorTest {

  private final Dialect dialect = TestServer.mariadb().dialect();

  private Schema inspected(DataSource database, Set<String> namespaces, String... statements)
      throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
      return dialect.inspector().inspect(connection, namespaces);
    }
  }

  private Schema inspected(String... statements) throws SQLException {
    return inspected(TestServer.mariadb().emptyDatabase(), Set.of(), statements);
  }

  private Column column(String definition) throws SQLException {
    return inspected("CREATE TABLE t (c " + definition + ", other INT)")
        .table(QualifiedName.of("t"))
        .column("c");
  }

  @Test
  void types() throws SQLException {
    assertThat(column("TINYINT(1)").type()).isEqualTo(SimpleType.BOOLEAN);
    assertThat(column("TINYINT").type()).isEqualTo(new NativeType("tinyint"));
    assertThat(column("INT UNSIGNED").type()).isEqualTo(new NativeType("int unsigned"));
    assertThat(column("INT(5) ZEROFILL").type())
        .isEqualTo(new NativeType("int(5) unsigned zerofill"));
    assertThat(column("TEXT").type()).isEqualTo(new NativeType("text"));
    assertThat(column("MEDIUMBLOB").type()).isEqualTo(new NativeType("mediumblob"));
    assertThat(column("VARBINARY(9)").type()).isEqualTo(new BinaryType(9));
    assertThat(column("BINARY(16)").type()).isEqualTo(new NativeType("binary(16)"));
    assertThat(column("BINARY(9)").type()).isEqualTo(new NativeType("binary(9)"));
    assertThat(column("UUID").type()).isEqualTo(SimpleType.UUID);
    assertThat(column("CHAR(3)").type()).isEqualTo(new CharacterType(3, true));
    assertThat(column("DATETIME").type()).isEqualTo(new TimestampType(0, false));
    assertThat(column("TIMESTAMP(3) NULL").type()).isEqualTo(new TimestampType(3, true));
    assertThat(column("SET('a', 'B')").type()).isEqualTo(new NativeType("set('a','B')"));
    assertThat(column("ENUM('it''s', 'a,b', 'back\\\\slash')").type())
        .isEqualTo(new EnumLabels(List.of("it's", "a,b", "back\\slash")));
    assertThat(column("YEAR").type()).isEqualTo(new NativeType("year"));
    assertThat(column("POINT").type()).isEqualTo(new NativeType("point"));
    assertThat(column("JSON").type()).isEqualTo(SimpleType.JSON);
    assertThat(column("LONGTEXT").type()).isEqualTo(SimpleType.TEXT);
  }

  @Test
  void whatTheModelHasNoWordForBelongsToTheType() throws SQLException {
    assertThat(column("DATETIME(3) DEFAULT NOW(3) ON UPDATE NOW(3)").type())
        .isEqualTo(new NativeType("datetime(3) on update current_timestamp(3)"));
    assertThat(column("INT INVISIBLE").type()).isEqualTo(new NativeType("int(11) invisible"));
    Schema schema =
        inspected(
            "CREATE TABLE t (c TIMESTAMP NOT NULL DEFAULT NOW() ON UPDATE NOW(), d INT INVISIBLE)");
    assertThat(dialect.canonical(dialect.canonical(schema))).isEqualTo(dialect.canonical(schema));
  }

  @Test
  void defaults() throws SQLException {
    assertThat(column("INT DEFAULT NULL").defaultValue()).isEmpty();
    assertThat(column("VARCHAR(9) DEFAULT 'NULL'").defaultValue()).contains(Literal.of("NULL"));
    assertThat(column("VARCHAR(9) DEFAULT ''").defaultValue()).contains(Literal.of(""));
    assertThat(column("VARCHAR(99) DEFAULT 'it''s \\\\ \\n \\\"q\\\"'").defaultValue())
        .contains(Literal.of("it's \\ \n \"q\""));
    assertThat(column("BOOLEAN DEFAULT TRUE").defaultValue()).contains(Literal.of(true));
    assertThat(column("DATETIME(6) DEFAULT NOW(6)").defaultValue())
        .contains(new CurrentTimestamp());
    assertThat(column("INT DEFAULT (1 + 1)").defaultValue()).contains(Expression.of("(1 + 1)"));
    assertThat(column("DATE DEFAULT '0000-00-00'").defaultValue())
        .contains(Expression.of("'0000-00-00'"));
  }

  @Test
  void aJsonColumnStaysOneUnderAnotherName() throws SQLException {
    Table table =
        inspected(
                "CREATE TABLE t (`a``b` JSON, c LONGTEXT, CONSTRAINT c CHECK (json_valid(c)))",
                "ALTER TABLE t RENAME COLUMN `a``b` TO d")
            .table(QualifiedName.of("t"));
    assertThat(table.column("d").type()).isEqualTo(SimpleType.JSON);
    assertThat(table.column("c").type()).isEqualTo(SimpleType.TEXT);
    assertThat(table.constraints()).extracting(c -> c.requiredName()).containsExactly("c");
  }

  @Test
  void aViewIsReadWithoutItsOwnDatabase() throws SQLException {
    DataSource database = TestServer.mariadb().emptyDatabase();
    String name = current(database);
    Schema schema =
        inspected(
            database,
            Set.of(),
            "CREATE TABLE t (a INT, `" + name + "` INT, b VARCHAR(99))",
            "CREATE VIEW v AS WITH w AS (SELECT a FROM t) SELECT a, '`" + name + "`.' AS b FROM w",
            "CREATE VIEW own AS SELECT t.`" + name + "` + 1 AS b FROM t",
            "CREATE VIEW alias AS SELECT `" + name + "`.a FROM t AS `" + name + "`");
    assertThat(query(schema, "v"))
        .isEqualTo(
            "with w as (select `t`.`a` AS `a` from `t`)select `w`.`a` AS `a`,'`"
                + name
                + "`.' AS `b` from `w`");
    assertThat(query(schema, "own")).isEqualTo("select `t`.`" + name + "` + 1 AS `b` from `t`");
    assertThat(query(schema, "alias"))
        .isEqualTo("select `" + name + "`.`a` AS `a` from `" + name + "`.`t` `" + name + "`");
  }

  private static String current(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return connection.getCatalog();
    }
  }

  private static String query(Schema schema, String view) {
    return schema.view(QualifiedName.of(view)).query().orElseThrow().text();
  }

  @Test
  void collationsThatAreNotTheTables() throws SQLException {
    Schema schema =
        inspected(
            "CREATE TABLE t (a VARCHAR(9), b VARCHAR(9) COLLATE utf8mb4_bin) COLLATE latin1_bin");
    Table table = schema.table(QualifiedName.of("t"));
    assertThat(table.column("a").collation()).isEmpty();
    assertThat(table.column("b").collation()).contains("utf8mb4_bin");
  }

  @Test
  void keysIndexesAndSequences() throws SQLException {
    Schema schema =
        inspected(
            "CREATE SEQUENCE s START WITH 5 INCREMENT BY 2",
            "CREATE TABLE p (id INT AUTO_INCREMENT PRIMARY KEY, k INT, UNIQUE u (k))",
            "CREATE TABLE c (n BIGINT DEFAULT NEXTVAL(s), a INT, b VARCHAR(99), t TEXT,"
                + " INDEX i (a DESC, b(10)), FULLTEXT INDEX f (t),"
                + " CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (k) ON DELETE SET NULL)");
    Table parent = schema.table(QualifiedName.of("p"));
    assertThat(parent.column("id").identityMode()).contains(IdentityMode.BY_DEFAULT);
    assertThat(parent.primaryKey()).isPresent();
    Table child = schema.table(QualifiedName.of("c"));
    assertThat(child.column("n").defaultValue()).contains(new NextValue(QualifiedName.of("s")));
    assertThat(child.indexes())
        .extracting(Index::toString)
        .containsExactlyInAnyOrder("index i (a desc, b(10))", "index f using fulltext (t)");
    assertThat(child.foreignKeys())
        .extracting(ForeignKey::targetColumns)
        .containsExactly(List.of("k"));
    assertThat(schema.sequence(QualifiedName.of("s")).start()).isEqualTo(5);
    assertThat(schema.sequence(QualifiedName.of("s")).increment()).isEqualTo(2);
  }

  @Test
  void otherDatabasesAreNamespaces() throws SQLException {
    DataSource database = TestServer.mariadb().emptyDatabase();
    Schema schema =
        inspected(
            database,
            Set.of("billing", "not there"),
            "CREATE DATABASE billing",
            "CREATE TABLE billing.invoice (id INT PRIMARY KEY)",
            "CREATE TABLE line (i INT, CONSTRAINT fk FOREIGN KEY (i) REFERENCES billing.invoice"
                + " (id))",
            "CREATE VIEW v AS SELECT id FROM billing.invoice");
    assertThat(schema.namespaces()).containsExactly("billing");
    assertThat(schema.names())
        .extracting(QualifiedName::toString)
        .containsExactlyInAnyOrder("billing.invoice", "line", "v");
    assertThat(schema.table(QualifiedName.of("line")).foreignKeys())
        .extracting(key -> key.target().toString())
        .containsExactly("billing.invoice");
    assertThat(inspected(database, Set.of()).names())
        .extracting(QualifiedName::toString)
        .containsExactlyInAnyOrder("line", "v");
  }

  @Test
  void oneThousandTablesCostAsManyQueriesAsOne() throws SQLException {
    DataSource database = TestServer.mariadb().emptyDatabase();
    int few;
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SEQUENCE s");
      statement.execute("CREATE VIEW v AS SELECT 1");
      create(statement, 0, 1);
      few = queries(database);
      create(statement, 1, 1_000);
    }
    CountingDataSource counting = new CountingDataSource(database);
    try (Connection connection = counting.getConnection()) {
      counting.reset();
      Schema schema = dialect.inspector().inspect(connection, Set.of());
      assertThat(schema.tables()).hasSize(1_000);
      assertThat(schema.table(QualifiedName.of("t999")).foreignKeys()).hasSize(1);
    }
    assertThat(counting.statements()).isEqualTo(few).isLessThanOrEqualTo(12);
    assertThat(counting.metadataQueries()).isZero();
  }

  private int queries(DataSource database) throws SQLException {
    CountingDataSource counting = new CountingDataSource(database);
    try (Connection connection = counting.getConnection()) {
      dialect.inspector().inspect(connection, Set.of());
    }
    return counting.statements();
  }

  private static void create(Statement statement, int from, int to) throws SQLException {
    for (int i = from; i < to; i++) {
      statement.execute(
          "CREATE TABLE t"
              + i
              + " (id INT PRIMARY KEY, name VARCHAR(40) DEFAULT 'x', p INT,"
              + " CHECK (id > 0), UNIQUE (name), CONSTRAINT fk"
              + i
              + " FOREIGN KEY (p) REFERENCES t0 (id))");
    }
  }

  @Test
  void aSessionWithoutADatabaseHasNothing() throws SQLException {
    try (Connection connection = TestServer.mariadb().server().getConnection()) {
      assertThat(dialect.inspector().inspect(connection, Set.of()).names()).isEmpty();
    }
    assertThat(Optional.of(dialect)).isPresent();
  }
}
