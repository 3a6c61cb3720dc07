package dev.migrate.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.RenderContext;
import dev.migrate.operation.Operation;
import dev.migrate.schema.BinaryType;
import dev.migrate.schema.Check;
import dev.migrate.schema.CurrentDate;
import dev.migrate.schema.CurrentTimestamp;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Literal;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import dev.migrate.testkit.dialect.sample.CreateOperations;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** How the information schema of MySQL shows text, which is not how it was written. */
class MysqlShownTest {

  private static final String SMILE = "\ud83d\ude00";

  /** Quotes, backslashes and characters of one to four bytes, in all places that have SQL. */
  private static final String HOSTILE =
      """
      CREATE TABLE t (
        id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
        a VARCHAR(99) DEFAULT 'it''s \\\\ \\n é',
        b LONGTEXT DEFAULT ('it''s \\\\ \\n é☃ %1$s'),
        c LONGTEXT DEFAULT (CONCAT('\\'', 'é☃%1$s', '\\\\')),
        d JSON DEFAULT (CAST('{"é": "it''s \\\\" "}' AS JSON)),
        e VARCHAR(99) AS (CONCAT(a, 'é☃%1$s ''\\\\ ')) STORED,
        f VARCHAR(99) GENERATED ALWAYS AS (CONCAT(a, '''')) VIRTUAL NOT NULL,
        g BINARY(16) DEFAULT X'00010203040506070809aabbccddeeff',
        h VARBINARY(9) DEFAULT X'41004142',
        i BINARY(4) DEFAULT X'4142',
        j VARBINARY(20) DEFAULT 'it''s \\\\',
        k LONGBLOB DEFAULT (X'00ff'),
        l VARBINARY(9) DEFAULT '',
        m BINARY(16) DEFAULT (UUID_TO_BIN(UUID())),
        n VARBINARY(9) DEFAULT X'00ff00',
        `o ``"'` VARBINARY(9) DEFAULT X'ff' COMMENT 'DEFAULT 0x00',
        INDEX i ((CONCAT(a, 'é☃%1$s ''\\\\')), (LENGTH(a) + 1) DESC),
        CONSTRAINT ck CHECK (a <> 'é☃%1$s ''\\\\ \\n'),
        CONSTRAINT ck2 CHECK (a <> '')
      )\
      """
          .formatted(SMILE);

  @Nested
  @EnabledIfEnvironmentVariable(
      named = TestServer.MYSQL_URL,
      matches = ".+",
      disabledReason = TestServer.NO_MYSQL)
  class OnMysql {

    private final Dialect dialect = TestServer.mysql().dialect();

    private Schema inspected(DataSource database, String... statements) throws SQLException {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.execute(sql);
        }
        return dialect.inspector().inspect(connection, Set.of());
      }
    }

    private Table table(String columns) throws SQLException {
      return inspected(TestServer.mysql().emptyDatabase(), "CREATE TABLE t (" + columns + ")")
          .table(QualifiedName.of("t"));
    }

    /** The server itself compares what was read and recreated with what it was read from. */
    @Test
    void whatIsReadMakesTheSameTable() throws SQLException {
      DataSource one = TestServer.mysql().emptyDatabase();
      Schema schema = inspected(one, HOSTILE);
      DataSource other = TestServer.mysql().emptyDatabase();
      try (Connection connection = other.getConnection();
          Statement statement = connection.createStatement()) {
        Schema before = Schema.empty();
        for (Operation operation : CreateOperations.of(schema)) {
          for (var each : dialect.renderer().render(operation, new RenderContext(before))) {
            statement.execute(each.sql());
          }
          before = operation.applyTo(before);
        }
      }
      assertThat(creation(other)).isEqualTo(creation(one));
    }

    private String creation(DataSource database) throws SQLException {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SHOW CREATE TABLE t")) {
        row.next();
        return row.getString(2);
      }
    }

    @Test
    void computations() throws SQLException {
      Table table =
          inspected(TestServer.mysql().emptyDatabase(), HOSTILE).table(QualifiedName.of("t"));
      assertThat(table.column("b").defaultValue()).contains(Literal.of("it's \\ \n é☃ " + SMILE));
      assertThat(table.column("f").generated().orElseThrow().expression())
          .isEqualTo(Expression.of("concat(`a`,_utf8mb4'\\'')"));
      assertThat(((Check) table.constraint("ck")).condition())
          .isEqualTo(Expression.of("(`a` <> _utf8mb4'é☃" + SMILE + " \\'\\\\ \\n')"));
      assertThat(table.index("i").keys().get(1).expression())
          .contains(Expression.of("(length(`a`) + 1)"));
    }

    @Test
    void bytes() throws SQLException {
      Table table =
          inspected(TestServer.mysql().emptyDatabase(), HOSTILE).table(QualifiedName.of("t"));
      assertThat(table.column("g").defaultValue())
          .contains(Literal.of(UUID.fromString("00010203-0405-0607-0809-aabbccddeeff")));
      assertThat(table.column("h").defaultValue())
          .contains(Literal.of(new byte[] {0x41, 0, 0x41, 0x42}));
      assertThat(table.column("n").defaultValue())
          .contains(Literal.of(new byte[] {0, (byte) 0xff, 0}));
      assertThat(table.column("o `\"'").defaultValue())
          .contains(Literal.of(new byte[] {(byte) 0xff}));
      assertThat(table.column("i").defaultValue())
          .contains(Literal.of(new byte[] {0x41, 0x42, 0, 0}));
      assertThat(table.column("m").defaultValue()).contains(Expression.of("uuid_to_bin(uuid())"));
    }

    @Test
    void types() throws SQLException {
      Table table =
          table(
              "a TINYINT(1), b INT UNSIGNED, c INT(5) ZEROFILL, d TEXT, e VARBINARY(9),"
                  + " f BINARY(16), g SET('a', 'B'), h ENUM('it''s', 'a,b', 'back\\\\slash'),"
                  + " i YEAR, j JSON, k LONGTEXT, l DATETIME(3) DEFAULT NOW(3) ON UPDATE NOW(3),"
                  + " m INT INVISIBLE, n BIT(3), o POINT, p VECTOR(4), q INT(11)");
      assertThat(table.columns())
          .extracting(column -> column.type())
          .containsExactly(
              SimpleType.BOOLEAN,
              new NativeType("int unsigned"),
              new NativeType("int(5) unsigned zerofill"),
              new NativeType("text"),
              new BinaryType(9),
              SimpleType.UUID,
              new NativeType("set('a','B')"),
              new EnumLabels(List.of("it's", "a,b", "back\\slash")),
              new NativeType("year"),
              SimpleType.JSON,
              SimpleType.TEXT,
              new NativeType("datetime(3) on update current_timestamp(3)"),
              new NativeType("int invisible"),
              new NativeType("bit(3)"),
              new NativeType("point"),
              new NativeType("vector(4)"),
              SimpleType.INTEGER);
    }

    @Test
    void defaults() throws SQLException {
      Table table =
          table(
              "a INT DEFAULT NULL, b VARCHAR(9) DEFAULT 'NULL', c VARCHAR(9) DEFAULT '',"
                  + " d BOOLEAN DEFAULT TRUE, e DATETIME(6) DEFAULT NOW(6), f INT DEFAULT (1 + 1),"
                  + " g DATE DEFAULT (CURRENT_DATE), h VARCHAR(9) DEFAULT (''),"
                  + " i VARCHAR(9) DEFAULT '0x41', j VARCHAR(20) DEFAULT 'CURRENT_TIMESTAMP'");
      assertThat(table.column("a").defaultValue()).isEmpty();
      assertThat(table.column("b").defaultValue()).contains(Literal.of("NULL"));
      assertThat(table.column("c").defaultValue()).contains(Literal.of(""));
      assertThat(table.column("d").defaultValue()).contains(Literal.of(true));
      assertThat(table.column("e").defaultValue()).contains(new CurrentTimestamp());
      assertThat(table.column("f").defaultValue()).contains(Expression.of("(1 + 1)"));
      assertThat(table.column("g").defaultValue()).contains(new CurrentDate());
      assertThat(table.column("h").defaultValue()).contains(Literal.of(""));
      assertThat(table.column("i").defaultValue()).contains(Literal.of("0x41"));
      assertThat(table.column("j").defaultValue()).contains(Literal.of("CURRENT_TIMESTAMP"));
    }
  }

  /** Without a server: as MySQL 9.7 shows it, and as it would be without the mistakes. */
  @Test
  void textIsUnescapedOnceIfItIsEscaped() {
    assertThat(MysqlText.computed("(`a` <> _utf8mb4\\'\u00c3\u00a9\\\\\\'\\')"))
        .isEqualTo("(`a` <> _utf8mb4'é\\'')");
    assertThat(MysqlText.computed("(`a` <> _utf8mb4'é\\'')")).isEqualTo("(`a` <> _utf8mb4'é\\'')");
    assertThat(MysqlText.computed("_utf8mb4\\'\\'")).isEqualTo("_utf8mb4''");
    assertThat(MysqlText.computed("_utf8mb4''")).isEqualTo("_utf8mb4''");
    assertThat(MysqlText.computed("☃")).isEqualTo("☃");
    assertThat(MysqlText.computed("(1 + 2)")).isEqualTo("(1 + 2)");
  }

  @Test
  void textOfAnyLengthIsRead() {
    String text = "it''s ".repeat(20_000);
    assertThat(MysqlText.computed(text)).isEqualTo(text);
    String plain = "é".repeat(100_000);
    assertThat(MysqlDefaultReader.read("'" + plain + "'", SimpleType.TEXT, (d, n) -> null))
        .isEqualTo(Literal.of(plain));
  }
}
