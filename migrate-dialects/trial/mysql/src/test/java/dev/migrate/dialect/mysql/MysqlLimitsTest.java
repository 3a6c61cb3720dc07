package dev.migrate.dialect.mysql;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Operations;
import dev.migrate.report.PlanException;
import dev.migrate.schema.Column;
import dev.migrate.schema.TableElement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * What the server has no room for is refused before anything runs; what just fits is not. Both are
 * looked up at the server.
 */
class MysqlLimitsTest {

  @Nested
  class OnMariadb extends Limits {

    @Override
    TestServer server() {
      return TestServer.mariadb();
    }

    @Test
    void aUniqueKeyThatIsTooLongIsAHash() throws SQLException {
      Consumer<Operations> table =
          op ->
              op.createTable(
                  "t",
                  column("a", varchar(800)),
                  column("b", varchar(400)),
                  column("c", varchar(400)),
                  column("d", text()),
                  unique("a"),
                  unique("b", "c"),
                  unique("d"));
      fits(table);
      refused(
          op -> {
            table.accept(op);
            op.createTable("u", column("a", varchar(800)), foreignKey("a").references("t", "a"));
          },
          "to no key over these columns",
          "name the columns");
      refused(
          op -> op.createTable("t", column("a", varchar(769)), index("a")), "the key", "prefix(");
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = TestServer.MYSQL_URL,
      matches = ".+",
      disabledReason = TestServer.NO_MYSQL)
  class OnMysql extends Limits {

    @Override
    TestServer server() {
      return TestServer.mysql();
    }

    @Test
    void aUniqueKeyThatIsTooLongIsRefused() throws SQLException {
      refused(op -> op.createTable("t", column("a", varchar(769)), unique("a")), "key", "768");
    }
  }

  abstract static class Limits {

    abstract TestServer server();

    /** It runs, and is what was declared. */
    final void fits(Consumer<Operations> table) throws SQLException {
      try (LiveSession session = new LiveSession(server())) {
        assertThatCode(session.migrator(table)::upgrade).doesNotThrowAnyException();
        assertThat(session.differences(table)).isEmpty();
      }
    }

    final void refused(Consumer<Operations> table, String what, String alternative)
        throws SQLException {
      try (LiveSession session = new LiveSession(server())) {
        assertThatThrownBy(session.migrator(table)::upgrade)
            .isInstanceOf(PlanException.class)
            .hasMessageContaining(what)
            .hasMessageContaining(alternative);
      }
    }

    private static Consumer<Operations> table(String option, TableElement... elements) {
      List<TableElement> all = new ArrayList<>(List.of(elements));
      if (!option.isEmpty()) {
        all.add(tableOption(MYSQL, option));
      }
      return op ->
          op.createTable("t", all.get(0), all.subList(1, all.size()).toArray(new TableElement[0]));
    }

    @Test
    void aTextIsAsLongAsItsCharacterSetAllows() throws SQLException {
      fits(table("", column("a", varchar(16_383))));
      refused(table("", column("a", varchar(16_384))), "varchar(16384)", "varchar(16383)");
      fits(table("DEFAULT CHARSET=latin1", column("a", varchar(64_000))));
      refused(table("CHARSET = latin1", column("a", varchar(65_536))), "varchar(65536)", "text()");
      fits(table("COLLATE utf8mb3_bin", column("a", varchar(21_000))));
      refused(table("COLLATE utf8mb3_bin", column("a", varchar(22_000))), "varchar(22000)", "text");
      fits(table("", column("a", varchar(60_000)).collate("latin1_bin")));
    }

    @Test
    void aRowHas65535Bytes() throws SQLException {
      Column big = column("a", varchar(16_000));
      fits(
          table("", big, column("b", varchar(300)), column("c", varchar(70)), column("d", text())));
      refused(table("", big, column("b", varchar(400))), "65605 bytes", "65535");
      refused(
          table("", column("a", varchar(10_000)), column("b", varchar(10_000))),
          "80005 bytes",
          "text()");
      try (LiveSession session = new LiveSession(server())) {
        assertThatThrownBy(
                session.migrator(table("", big), op -> op.addColumn("t", column("b", varchar(400))))
                    ::upgrade)
            .isInstanceOf(PlanException.class)
            .hasMessageContaining("65605 bytes");
      }
    }

    /** As many bytes as are counted here are what the server counts, for every kind of column. */
    @Test
    void theBytesOfEveryTypeAreThoseOfTheServer() throws SQLException {
      List<Column> columns =
          List.of(
              column("a", bool()),
              column("b", smallint()).notNull().defaultTo(0),
              column("c", integer()),
              column("d", bigint()),
              column("e", real()),
              column("f", doublePrecision()),
              column("g", decimal(38, 10)),
              column("h", decimal(9, 9)),
              column("i", character(10)),
              column("j", binary(300)),
              column("k", text()),
              column("l", blob()),
              column("m", date()),
              column("n", time(3)),
              column("o", timestamp(6)),
              column("p", timestampWithTimeZone(2)),
              column("q", json()),
              column("r", nativeType("mediumint unsigned")),
              column("s", nativeType("mediumtext")),
              column("u", nativeType("year")));
      List<TableElement> all = new ArrayList<>(columns);
      int room = 65_535 - 2 - MysqlLimitsTest.bytes(server(), columns, 1);
      all.add(column("z", varchar(room)));
      fits(table("CHARSET=latin1", all.toArray(new TableElement[0])));
      all.set(all.size() - 1, column("z", varchar(room + 1)));
      refused(table("CHARSET=latin1", all.toArray(new TableElement[0])), "65536 bytes", "text()");
      try (LiveSession session = new LiveSession(server())) {
        session.migrator(table("CHARSET=latin1", columns.toArray(new TableElement[0]))).upgrade();
        session.execute("ALTER TABLE t ADD COLUMN z VARCHAR(" + room + ")");
        assertThatThrownBy(
                () -> session.execute("ALTER TABLE t MODIFY COLUMN z VARCHAR(" + (room + 1) + ")"))
            .isInstanceOf(SQLException.class);
      }
    }

    @Test
    void aKeyHas3072Bytes() throws SQLException {
      fits(table("", column("a", varchar(768)), primaryKey("a")));
      refused(table("", column("a", varchar(769)), primaryKey("a")), "pk_t", "varchar(768)");
      fits(table("", column("a", varchar(384)), column("b", varchar(384)), index("a", "b")));
      refused(
          table(
              "",
              column("a", varchar(384)),
              column("b", varchar(384)),
              column("c", integer()),
              index("a", "b", "c")),
          "with 3076 bytes",
          "prefix(100)");
      fits(table("CHARSET=latin1", column("a", varchar(3_000)), index("a")));
      refused(table("CHARSET=latin1", column("a", varchar(3_073)), index("a")), "key", "3072");
      fits(table("ROW_FORMAT=COMPACT", column("a", varchar(191)), index("a")));
      refused(table("ROW_FORMAT=COMPACT", column("a", varchar(192)), index("a")), "key", "191");
      fits(table("", column("a", text()), index(asc("a").prefix(768))));
      refused(table("", column("a", text()), index(asc("a").prefix(769))), "3076 bytes", "3072");
    }

    @Test
    void aKeyHasSoManyColumns() throws SQLException {
      for (int count : new int[] {16, 33}) {
        List<TableElement> all = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          names.add("c" + i);
          all.add(column("c" + i, integer()));
        }
        all.add(index(names.get(0), names.subList(1, count).toArray(new String[0])).named("ix"));
        Consumer<Operations> table = table("", all.toArray(new TableElement[0]));
        if (count == 16) {
          fits(table);
        } else {
          refused(table, "over 33 columns", "keep to");
        }
      }
    }

    @Test
    void aTableHasSoManyIndexes() throws SQLException {
      List<TableElement> all = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        all.add(column("c" + i, integer()));
        all.add(index("c" + i));
      }
      fits(table("", all.toArray(new TableElement[0])));
      all.add(index("c1", "c2"));
      refused(table("", all.toArray(new TableElement[0])), "65 indexes", "64");
    }

    @Test
    void onlyInnodbKeepsForeignKeys() throws SQLException {
      TableElement key = foreignKey("id").references("p");
      for (String option :
          List.of(
              "ENGINE=MyISAM",
              "engine = 'Aria' COMMENT 'ENGINE=InnoDB'",
              "PARTITION BY HASH (id) PARTITIONS 2")) {
        refused(
            op -> {
              op.createTable("p", column("id", integer()), primaryKey("id"));
              op.createTable(
                  "c", column("id", integer()).notNull(), key, tableOption(MYSQL, option));
            },
            "the foreign key fk_c_id of table c, as the table c has the option " + option,
            "leave the foreign key out");
        refused(
            op -> {
              op.createTable(
                  "p", column("id", integer()), primaryKey("id"), tableOption(MYSQL, option));
              op.createTable("c", column("id", integer()), key);
            },
            "as the table p has the option",
            "InnoDB");
      }
      fits(
          op -> {
            op.createTable("p", column("id", integer()), primaryKey("id"));
            op.createTable(
                "c",
                column("id", integer()),
                key,
                tableOption(MYSQL, "ROW_FORMAT=DYNAMIC ENGINE=InnoDB"));
          });
    }
  }

  /** How many bytes columns take in a row with characters of so many bytes. */
  private static int bytes(TestServer server, List<Column> columns, int perCharacter) {
    var dialect = server.dialect();
    int bytes = 0;
    int nullable = 1;
    for (Column column : columns) {
      bytes += new MysqlColumnSize(column, column.type().on(dialect.names()), perCharacter).inRow();
      nullable += column.nullable() ? 1 : 0;
    }
    return bytes + (nullable + 7) / 8;
  }
}
