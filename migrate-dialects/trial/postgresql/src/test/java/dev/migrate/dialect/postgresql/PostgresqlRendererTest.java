package dev.migrate.dialect.postgresql;

import static dev.migrate.Ddl.array;
import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.binary;
import static dev.migrate.Ddl.blob;
import static dev.migrate.Ddl.bool;
import static dev.migrate.Ddl.check;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.currentTimestamp;
import static dev.migrate.Ddl.date;
import static dev.migrate.Ddl.defaultTo;
import static dev.migrate.Ddl.enumType;
import static dev.migrate.Ddl.expression;
import static dev.migrate.Ddl.foreignKey;
import static dev.migrate.Ddl.identity;
import static dev.migrate.Ddl.identityAlways;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.json;
import static dev.migrate.Ddl.nativeType;
import static dev.migrate.Ddl.nextValue;
import static dev.migrate.Ddl.noIdentity;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.real;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.sequence;
import static dev.migrate.Ddl.set;
import static dev.migrate.Ddl.smallint;
import static dev.migrate.Ddl.text;
import static dev.migrate.Ddl.timestamp;
import static dev.migrate.Ddl.timestampWithTimeZone;
import static dev.migrate.Ddl.type;
import static dev.migrate.Ddl.unique;
import static dev.migrate.Ddl.uuid;
import static dev.migrate.Ddl.varchar;
import static dev.migrate.Ddl.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.dialect.RenderContext;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Row;
import dev.migrate.schema.IncrementChange;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ValueTypeChange;
import dev.migrate.testkit.dialect.sample.SampleOperations;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL does with the statements, and with the rows that are there. */
@ExtendWith(PostgresqlServer.class)
class PostgresqlRendererTest {

  private LivePostgresql database;

  @BeforeEach
  void connect() throws SQLException {
    database = new LivePostgresql();
  }

  @AfterEach
  void disconnect() throws SQLException {
    database.close();
  }

  /** {@code run} compares the limits. */
  @Test
  void aSequenceThatTurnsAroundGetsAnotherTypeByItself() throws SQLException {
    database.run(
        op ->
            op.createSequence(
                sequence("s").withType(Optional.of(integer())).startingAt(78).incrementedBy(-1)));
    assertThat(
            database.run(
                op ->
                    op.alterSequence(
                        "s", new ValueTypeChange(Optional.empty()), new IncrementChange(1))))
        .hasSize(2);
    assertThat(
            database.run(
                op ->
                    op.alterSequence(
                        "s", new IncrementChange(-1), new ValueTypeChange(Optional.of(integer())))))
        .hasSize(2);
  }

  @Test
  void numbersGoOnAfterTheGreatestThatIsThere() throws SQLException {
    database.run(
        op -> {
          op.createTable("Note's", column("The \"id\"", integer()), column("body", text()));
          op.insert("Note's", columns("The \"id\"", "body"), row(7, "a"), row(-3, "b"));
        });
    database.run(op -> op.alterColumn("Note's", "The \"id\"", identityAlways()));
    database.execute("INSERT INTO \"Note's\" (body) VALUES ('c')");
    assertThat(database.query("SELECT \"The \"\"id\"\"\" FROM \"Note's\" ORDER BY body"))
        .containsExactly("7", "-3", "8");
  }

  @Test
  void numbersOfATableWithoutPositiveOnesBeginWithOne() throws SQLException {
    database.run(
        op -> {
          op.createTable("a", column("id", integer()).notNull());
          op.insert("a", columns("id"), row(-7));
          op.createTable("b", column("id", smallint()).notNull());
          op.alterColumn("a", "id", identity());
          op.alterColumn("b", "id", identity());
        });
    database.execute("INSERT INTO a DEFAULT VALUES", "INSERT INTO b DEFAULT VALUES");
    assertThat(database.query("SELECT id FROM a UNION ALL SELECT id + 10 FROM b ORDER BY id"))
        .containsExactly("-7", "1", "11");
  }

  @Test
  void identityGoesAndComesInEveryWay() throws SQLException {
    database.run(
        op -> {
          op.createTable("n", column("id", integer()).identityAlways(), primaryKey("id"));
          op.insert("n", columns("id"), row(5));
          op.alterColumn("n", "id", identity());
          op.alterColumn("n", "id", type(bigint()));
          op.alterColumn("n", "id", noIdentity());
          op.alterColumn("n", "id", identityAlways(), type(smallint()));
        });
    database.execute("INSERT INTO n DEFAULT VALUES");
    assertThat(database.query("SELECT id FROM n ORDER BY id")).containsExactly("5", "6");
  }

  @Test
  void textsBecomeWhatTheySay() throws SQLException {
    database.run(
        op -> {
          op.createEnumType("mood", "sad", "happy");
          op.createTable(
              "t",
              column("number", text()),
              column("mood", varchar(9)).notNull().defaultTo("happy"),
              column("day", varchar(10)),
              column("doc", text()),
              column("key", text()),
              column("flag", varchar(5)),
              column("list", text()),
              column("net", text()));
          op.insert(
              "t",
              columns("number", "mood", "day", "doc", "key", "flag", "list", "net"),
              row(
                  " 12",
                  "sad",
                  "2024-02-29",
                  "{\"a\": 1}",
                  new UUID(1, 2).toString(),
                  "yes",
                  "{1,2}",
                  "10.0.0.1"));
          op.alterColumn("t", "number", type(integer()));
          op.alterColumn("t", "mood", type(enumType("mood")));
          op.alterColumn("t", "day", type(date()));
          op.alterColumn("t", "doc", type(json()));
          op.alterColumn("t", "key", type(uuid()));
          op.alterColumn("t", "flag", type(bool()));
          op.alterColumn("t", "list", type(array(integer())));
          op.alterColumn("t", "net", type(nativeType("inet")));
        });
    assertThat(database.query("SELECT t::text FROM t"))
        .containsExactly(
            "(12,sad,2024-02-29,\"{\"\"a\"\": 1}\",00000000-0000-0001-0000-000000000002,t,"
                + "\"{1,2}\",10.0.0.1)");
    database.execute("INSERT INTO t (number) VALUES (1)");
    assertThat(database.query("SELECT mood FROM t WHERE number = 1")).containsExactly("happy");
    database.run(
        op -> {
          op.createEnumType("feeling", "happy", "sad", "so so");
          op.alterColumn("t", "mood", type(enumType("feeling")));
          op.alterColumn("t", "number", type(bool()));
          op.alterColumn("t", "flag", type(bigint()));
          for (String column : List.of("number", "mood", "day", "doc", "key", "flag", "list")) {
            op.alterColumn("t", column, type(text()));
          }
        });
    assertThat(database.query("SELECT number || mood || day || key || flag || list FROM t LIMIT 1"))
        .containsExactly("truesad2024-02-2900000000-0000-0001-0000-0000000000021{1,2}");
  }

  @Test
  void aTextThatIsTooLongIsNotCut() throws SQLException {
    database.run(
        op -> {
          op.createTable("t", column("a", text()));
          op.insert("t", columns("a"), row("abcdef"));
        });
    assertThatThrownBy(() -> database.run(op -> op.alterColumn("t", "a", type(varchar(3)))))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("too long");
  }

  @ParameterizedTest
  @ValueSource(strings = {"on", "off"})
  void textArrivesAsItWasGiven(String standardStrings) throws SQLException {
    database.execute(
        "SET standard_conforming_strings = " + standardStrings,
        "SET escape_string_warning = off",
        "SET backslash_quote = off");
    String text =
        SampleOperations.HOSTILE + "\\ \\' {d '2024-01-01'} ? :name $1 \r\n\t\ud83d\ude00";
    byte[] bytes = {0, 1, '\\', '\'', -1};
    database.run(
        op -> {
          op.createTable(
              "note",
              column("body", text()).comment(text).defaultTo(text),
              column("bytes", blob()),
              column("code", binary(9)).defaultTo(bytes));
          op.insert("note", columns("body", "bytes"), row(text, bytes), row("\\", new byte[0]));
          op.delete("note", columns("body"), row("\\"));
        });
    assertThat(database.query("SELECT body FROM note")).containsExactly(text);
    assertThat(database.query("SELECT bytes = code FROM note")).containsExactly("t");
    assertThat(database.query("SELECT encode(bytes, 'hex') FROM note"))
        .containsExactly("00015c27ff");
    assertThat(database.query("SELECT col_description('note'::regclass, 1)")).containsExactly(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO, DMY", "ISO, MDY", "ISO, YMD"})
  void farTimesArriveWhateverTheStyle(String style) throws SQLException {
    database.execute("SET TimeZone = 'Asia/Kolkata'");
    LocalDate past = LocalDate.of(-43, 3, 15);
    LocalDate future = LocalDate.of(123_456, 12, 31);
    database.run(
        op ->
            op.createTable(
                "t",
                column("n", integer()),
                column("d", date()),
                column("t", timestamp()),
                column("i", timestampWithTimeZone())));
    database.execute("SET DateStyle = '" + style + "'");
    for (var operation :
        LivePostgresql.recorded(
            op ->
                op.insert(
                    "t",
                    columns("n", "d", "t", "i"),
                    row(1, past, past.atTime(1, 2, 3), Instant.parse("-0043-03-15T01:02:03Z")),
                    row(2, future, future.atTime(1, 2), Instant.parse("+123456-12-31T01:02:00Z")),
                    row(
                        3,
                        LocalDate.of(1, 2, 3),
                        LocalDateTime.of(1, 2, 3, 4, 5, 6, 789_000_000),
                        Instant.parse("0001-02-03T04:05:06.789Z"))))) {
      var schema = database.inspect();
      for (var statement :
          LivePostgresql.DIALECT.renderer().render(operation, new RenderContext(schema))) {
        database.execute(statement.sql());
      }
    }
    assertThat(
            database.query(
                "SELECT to_char(d, 'YYYY-MM-DD BC ') || to_char(t, 'YYYY-MM-DD HH24:MI:SS.MS') ||"
                    + " to_char(i AT TIME ZONE 'UTC', ' YYYY-MM-DD HH24:MI:SS.MS') FROM t ORDER BY"
                    + " n"))
        .containsExactly(
            "0044-03-15 BC 0044-03-15 01:02:03.000 0044-03-15 01:02:03.000",
            "123456-12-31 AD 123456-12-31 01:02:00.000 123456-12-31 01:02:00.000",
            "0001-02-03 AD 0001-02-03 04:05:06.789 0001-02-03 04:05:06.789");
  }

  @Test
  void realNumbersAreFoundAgain() throws SQLException {
    database.run(
        op -> {
          op.createTable(
              "t", column("n", real()).defaultTo(new BigDecimal("0.1")), column("m", integer()));
          op.insert("t", columns("n", "m"), row(new BigDecimal("0.1"), 1), row(16_777_217, 2));
          op.update("t", set("m", 3).where("n", new BigDecimal("0.1")));
          op.delete("t", columns("n"), row(16_777_217));
        });
    assertThat(database.query("SELECT m FROM t")).containsExactly("3");
  }

  @Test
  void documentsAreComparedByWhatTheySay() throws SQLException {
    database.run(
        op -> {
          op.createTable("t", column("doc", json()).defaultTo("{\"b\":2, \"a\": 1}"));
          op.insert("t", columns("doc"), row("{\"a\":1,\"b\":2}"), row("[]"));
          op.delete("t", columns("doc"), row("{\"b\": 2, \"a\": 1}"));
          op.createIndex("t", index("doc").using("gin"));
        });
    assertThat(database.query("SELECT doc FROM t")).containsExactly("[]");
  }

  @Test
  void foreignKeysFollowToAnotherKeyOverTheSameColumns() throws SQLException {
    database.run(
        op -> {
          op.createTable(
              "p", column("a", integer()), column("b", integer()), unique("a", "b").named("uq_1"));
          op.createTable(
              "c",
              column("a", integer()),
              column("b", integer()),
              foreignKey("a", "b").references("p", "b", "a").named("fk").notValid());
          op.createIndex("p", index("b", "a").unique().named("ux"));
          op.dropConstraint("p", "uq_1");
          op.addUnique("p", unique("a", "b").named("uq_2"));
          op.dropIndex("p", "ux");
        });
    assertThat(database.query("SELECT conname FROM pg_constraint WHERE contype = 'f'"))
        .containsExactly("fk");
  }

  @Test
  void keysOverTheSameColumnsAreAllThere() throws SQLException {
    database.run(
        op ->
            op.createTable(
                "p",
                column("a", integer()),
                primaryKey("a"),
                unique("a").named("uq_1"),
                unique("a").named("uq_2"),
                check("a > 0").named("ck").notValid()));
  }

  @Test
  void sequencesCountFromWhereverTheyStart() throws SQLException {
    database.run(
        op -> {
          op.createSequence(sequence("up").startingAt(-5));
          op.createSequence(sequence("down").startingAt(7).incrementedBy(-3));
          op.createTable(
              "t",
              column("a", bigint()).defaultTo(nextValue("up")),
              column("b", bigint()).defaultTo(nextValue("down")));
          op.setSequenceOwner("up", "t", "a");
          op.renameSequence("up", "Up's");
          op.renameColumn("t", "a", "select");
        });
    database.execute("INSERT INTO t DEFAULT VALUES", "INSERT INTO t DEFAULT VALUES");
    assertThat(database.query("SELECT \"select\" || '/' || b FROM t ORDER BY 1"))
        .containsExactly("-4/4", "-5/7");
    database.run(op -> op.dropColumn("t", "select"));
    database.run(op -> op.dropTable("t"));
    assertThat(database.query("SELECT relname FROM pg_class WHERE relkind = 'S'"))
        .containsExactly("down");
  }

  @Test
  void enumTypesFollowTheirColumns() throws SQLException {
    database.run(
        op -> {
          op.createSchema("app");
          op.createEnumType("app.mood", "it's", "b\\c");
          op.createTable("t", column("m", enumType("app.mood")).defaultTo("b\\c"));
          op.addEnumValueBefore("app.mood", "first", "it's");
          op.addEnumValue("app.mood", "last");
          op.insert("t", columns("m"), row("last"), row("first"));
          op.renameEnumValue("app.mood", "b\\c", "\"c\"");
          op.renameEnumType("app.mood", "Mood");
          op.renameSchema("app", "App");
        });
    assertThat(database.query("SELECT m FROM t ORDER BY m")).containsExactly("first", "last");
  }

  @Test
  void anEnumTypeIsNotNeededByTheDefaultOfAColumnThatHadIt() throws SQLException {
    database.run(
        op -> {
          op.createEnumType("mood", "sad", "happy");
          op.createTable("t", column("m", enumType("mood")).defaultTo("sad"));
          op.alterColumn("t", "m", type(text()));
          op.dropEnumType("mood");
        });
    database.execute("INSERT INTO t DEFAULT VALUES");
    assertThat(database.query("SELECT m FROM t")).containsExactly("sad");
  }

  @Test
  void namesOf63BytesAreTakenAndLongerOnesRefused() throws SQLException {
    String longest = "ü".repeat(31) + "n";
    database.run(
        op -> {
          op.createSchema(longest);
          op.createEnumType(longest + "." + longest, longest);
          op.createTable(
              longest,
              column(longest, enumType(longest + "." + longest)),
              check("1 = 1").named(longest));
        });
    assertThatThrownBy(() -> database.run(op -> op.createSchema(longest + "n")))
        .isInstanceOf(UnsupportedByDialectException.class)
        .hasMessageContaining("at most 63 bytes");
  }

  @Test
  void everyWordCanBeAName() throws SQLException {
    for (String word : List.of("select", "user", "between", "left", "values", "row", "time")) {
      database.run(
          op -> {
            op.createSchema(word);
            op.createEnumType(word + "." + word, word);
            op.createTable(
                word,
                column(word, enumType(word + "." + word)).defaultTo(word),
                check("\"" + word + "\" IS NOT NULL").named(word + "_"),
                index(word).named("ix_" + word));
            op.createSequence(word + "." + word + "_seq");
            op.createView(
                "view_" + word, view("SELECT \"" + word + "\" FROM \"" + word + "\"").reads(word));
            op.insert(word, columns(word), row(word));
          });
    }
  }

  @Test
  void manyRowsArriveInSeveralStatements() throws SQLException {
    database.run(op -> op.createTable("n", column("i", integer()).notNull(), primaryKey("i")));
    var rows = new ArrayList<Row>();
    for (int i = 0; i < 1200; i++) {
      rows.add(row(i));
    }
    List<String> sql =
        database.run(op -> op.add(new InsertRows(QualifiedName.of("n"), columns("i"), rows)));
    assertThat(sql).hasSize(3);
    assertThat(database.query("SELECT COUNT(*) FROM n")).containsExactly("1200");
  }

  @Test
  void defaultsThatAreNoConstantsFollowTheirColumn() throws SQLException {
    database.run(
        op -> {
          op.createTable(
              "t",
              column("a", timestamp()).notNull().defaultTo(currentTimestamp()),
              column("b", text()).defaultTo(expression("'1' || '2'")),
              column("c", varchar(9)).defaultTo("x"));
          op.alterColumn("t", "a", type(date()));
          op.alterColumn("t", "b", type(integer()).using("length(b)"), defaultTo(7));
          op.alterColumn("t", "c", type(text()));
        });
    database.execute("INSERT INTO t DEFAULT VALUES");
    assertThat(database.query("SELECT b || c FROM t WHERE a = current_date")).containsExactly("7x");
  }
}
