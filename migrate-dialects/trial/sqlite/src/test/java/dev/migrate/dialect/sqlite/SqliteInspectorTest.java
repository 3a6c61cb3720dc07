package dev.migrate.dialect.sqlite;

import static dev.migrate.Ddl.CASCADE;
import static dev.migrate.Ddl.SQLITE;
import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.check;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.currentDate;
import static dev.migrate.Ddl.currentTimestamp;
import static dev.migrate.Ddl.desc;
import static dev.migrate.Ddl.expression;
import static dev.migrate.Ddl.foreignKey;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.literal;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.tableOption;
import static dev.migrate.Ddl.unique;
import static dev.migrate.Ddl.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.RenderContext;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.Expression;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;
import dev.migrate.testkit.SchemaAssert;
import dev.migrate.testkit.dialect.jdbc.CountingDataSource;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteInspectorTest {

  private static final Dialect DIALECT = new SqliteDialect("SQLite", SqliteVersion.NEWEST);
  private static final QualifiedName T = QualifiedName.of("t");

  private static Schema inspected(String... statements) throws SQLException {
    try (Connection connection = SqliteDatabases.memory().getConnection();
        Statement jdbc = connection.createStatement()) {
      for (String sql : statements) {
        jdbc.execute(sql);
      }
      return DIALECT.inspector().inspect(connection, Set.of("temp", "elsewhere"));
    }
  }

  private static Table table(String... statements) throws SQLException {
    return inspected(statements).table(T);
  }

  @Test
  void emptyDatabaseIsTheEmptySchema() throws SQLException {
    assertThat(inspected()).isEqualTo(Schema.empty());
  }

  @Test
  void everythingOfATableIsThere() throws SQLException {
    Schema schema =
        inspected(
            "CREATE TABLE team (id INTEGER CONSTRAINT pk_team PRIMARY KEY AUTOINCREMENT, a INTEGER,"
                + " b INTEGER, CONSTRAINT uq_team UNIQUE (b, a))",
            "CREATE TABLE account (id INTEGER NOT NULL, team_id INTEGER NOT NULL, x INTEGER, y"
                + " INTEGER, total INTEGER GENERATED ALWAYS AS (x + y) STORED, half INTEGER AS"
                + " (x / 2), CONSTRAINT pk PRIMARY KEY (id),"
                + " CONSTRAINT fk FOREIGN KEY (team_id) REFERENCES Team ON DELETE CASCADE,"
                + " CONSTRAINT fk2 FOREIGN KEY (x, y) REFERENCES team (A, b) MATCH SIMPLE"
                + " ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED,"
                + " CONSTRAINT ck CHECK (x > 0)) STRICT",
            "CREATE UNIQUE INDEX ux ON account (X DESC, y)",
            "CREATE INDEX ix ON account (team_id) WHERE y IS NULL",
            "ALTER TABLE account RENAME COLUMN y TO \"z z\"");
    SchemaAssert.assertThat(schema)
        .isEqualTo(
            Schema.empty()
                .with(
                    Table.of(
                        QualifiedName.of("team"),
                        List.of(
                            column("id", bigint()).identity(),
                            column("a", integer()),
                            column("b", integer()),
                            primaryKey("id").named("pk_team"),
                            unique("b", "a").named("uq_team"))))
                .with(
                    Table.of(
                        QualifiedName.of("account"),
                        List.of(
                            column("id", integer()).notNull(),
                            column("team_id", integer()).notNull(),
                            column("x", integer()),
                            column("z z", integer()),
                            column("total", integer()).storedAs("x + \"z z\""),
                            column("half", integer()).virtualAs("x / 2"),
                            primaryKey("id").named("pk"),
                            foreignKey("team_id")
                                .references("team", "id")
                                .onDelete(CASCADE)
                                .named("fk"),
                            foreignKey("x", "z z")
                                .references("team", "a", "b")
                                .onUpdate(ReferentialAction.SET_NULL)
                                .initiallyDeferred()
                                .named("fk2"),
                            check("x > 0").named("ck"),
                            index(desc("x"), IndexKey.column("z z")).unique().named("ux"),
                            index("team_id").where("\"z z\" IS NULL").named("ix"),
                            tableOption(SQLITE, "STRICT")))));
  }

  @Test
  void anyWayToWriteItIsRead() throws SQLException {
    Table table =
        table(
            """
            create table if not exists main."t" -- a table, with ( in a comment
            (
              [a b] varchar ( 10 ) collate nocase not null on conflict fail default 'it''s, ok',
              `c` numeric(10,2) constraint positive check (c > 0 /* not ) */) default (1 + (2)),
              'd' integer references Other(Id) on delete set null not deferrable initially immediate
                constraint "u u" unique on conflict replace,
              "E" text default "quoted" generated always as ('(' || [a b]) virtual,
              f, g "my type" null default +5,
              h text check(h in ('a' , 'b,''c') ), i text constraint named check (i IN ('x')),
              constraint p primary key ([a b] collate binary desc, 'd') on conflict abort
              check (c <> ')') unique (f),
              foreign key (f) references other (id) on update no action
            ) without  rowid , strict -- the end
            """
                .replace("numeric(10,2)", "any")
                .replace("varchar ( 10 )", "text")
                .replace("f, g \"my type\"", "f any, g any")
                .replace("default \"quoted\"", ""));
    assertThat(table.columns().stream().map(Column::toString))
        .containsExactly(
            "a b text collate nocase not null default 'it''s, ok'",
            "c native any default 1 + (2)",
            "d integer not null",
            "E text virtual as ('(' || [a b])",
            "f native any",
            "g native any default 5",
            "h enum['a', 'b,''c']",
            "i text");
    assertThat(table.constraints().stream().map(Object::toString))
        .contains(
            "positive check (c > 0)",
            "u u unique (d)",
            "fk_t_d foreign key (d) references Other (Id) on delete set null",
            "named check (i IN ('x'))",
            "p primary key (a b, d)",
            "uq_t_f unique (f)",
            "fk_t_f foreign key (f) references other (id)")
        .hasSize(8);
    assertThat(table.options().get(0).sql()).isEqualTo("STRICT, WITHOUT ROWID");
  }

  @Test
  void namesThatRepeatAreToldApart() throws SQLException {
    Table table =
        table(
            "CREATE TABLE t (a INT UNIQUE, b INT CONSTRAINT c CHECK (a > 1), UNIQUE (a),"
                + " CONSTRAINT c CHECK (b > 1), CHECK (a > 0), CHECK (a > 0))");
    assertThat(table.constraints().stream().map(c -> c.requiredName()))
        .contains("uq_t_a", "uq_t_a_2", "c", "c_2")
        .hasSize(6)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INTEGER | integer",
        "INT | native INT",
        "integer | integer",
        "BIGINT | bigint",
        "SMALLINT | smallint",
        "BOOLEAN | boolean",
        "REAL | real",
        "DOUBLE PRECISION | double precision",
        "DECIMAL(10, 2) | decimal(10,2)",
        "DECIMAL( 10,2 ) | decimal(10,2)",
        "NUMERIC(10, 2) | native NUMERIC(10, 2)",
        "VARCHAR(10) | varchar(10)",
        "CHARACTER(10) | character(10)",
        "VARCHAR | native VARCHAR",
        "TEXT | text",
        "BLOB | blob",
        "BLOB(16) | binary(16)",
        "DATE | date",
        "TIME(3) | time(3)",
        "TIMESTAMP(6) | timestamp",
        "TIMESTAMPTZ(0) | timestamp(0) with time zone",
        "DATETIME | native DATETIME",
        "UUID | uuid",
        "JSON TEXT | json",
        "JSON | native JSON",
        "UNSIGNED  BIG   INT(20) | native UNSIGNED BIG INT(20)"
      })
  void typeIsRead(String declared, String type) throws SQLException {
    Column column = table("CREATE TABLE t (c " + declared + ")").column("c");
    assertThat(column.type()).hasToString(type);
  }

  @Test
  void noTypeIsTheOneWithTheSameAffinity() throws SQLException {
    assertThat(table("CREATE TABLE t (c)").column("c").type()).isEqualTo(SimpleType.BLOB);
  }

  @Test
  void synonymsMeanTheSame() {
    for (String[] pair :
        new String[][] {
          {"int", "INTEGER"},
          {"Bool", "BOOLEAN"},
          {"NUMERIC (10,2)", "DECIMAL(10, 2)"},
          {"nvarchar( 5 )", "NVARCHAR(5)"},
          {"binary(3)", "BLOB(3)"},
          {"json", "JSON TEXT"},
          {"datetime", "TIMESTAMP(6)"}
        }) {
      Schema one = Schema.empty().with(table(new NativeType(pair[0])));
      Schema other = Schema.empty().with(table(new NativeType(pair[1])));
      SchemaAssert.assertThat(DIALECT.canonical(one)).isEqualTo(DIALECT.canonical(other));
    }
  }

  private static Table table(NativeType type) {
    return Table.of(T, List.of(column("c", type)));
  }

  private static void assertDefault(String definition, DefaultValue expected) throws SQLException {
    Column column = table("CREATE TABLE t (x INT, c " + definition + ")").column("c");
    assertThat(column.defaultValue()).as(definition).contains(expected);
  }

  @Test
  void defaultsAreRead() throws SQLException {
    assertDefault("INTEGER DEFAULT -5", literal(-5));
    assertDefault("INTEGER DEFAULT (5)", literal(5));
    assertDefault("INTEGER DEFAULT 0x10", expression("0x10"));
    assertDefault("DECIMAL(10, 2) DEFAULT 1.50", literal(new BigDecimal("1.5")));
    assertDefault("REAL DEFAULT 1e3", literal(1000));
    assertDefault("BOOLEAN DEFAULT TRUE", literal(true));
    assertDefault("BOOLEAN DEFAULT 0", literal(false));
    assertDefault("BOOLEAN DEFAULT 2", expression("2"));
    assertDefault("VARCHAR(9) DEFAULT 'it''s'", literal("it's"));
    assertDefault("TEXT DEFAULT 'ü\\\n--😀/*'", literal("ü\\\n--😀/*"));
    assertDefault("TEXT DEFAULT \"quoted\"", expression("\"quoted\""));
    assertDefault("DATE DEFAULT '2020-02-29'", literal(LocalDate.of(2020, 2, 29)));
    assertDefault("DATE DEFAULT 'today'", expression("'today'"));
    assertDefault("TIME(0) DEFAULT '10:00:00'", literal(LocalTime.of(10, 0)));
    assertDefault(
        "TIMESTAMP(6) DEFAULT '2020-02-29 10:00:00.5'",
        literal(LocalDateTime.of(2020, 2, 29, 10, 0, 0, 500_000_000)));
    assertDefault(
        "TIMESTAMPTZ(6) DEFAULT '2020-01-01 10:00:00'",
        literal(Instant.parse("2020-01-01T10:00:00Z")));
    assertDefault(
        "TIMESTAMPTZ(6) DEFAULT '2020-01-01 10:00:00+02:00'",
        literal(Instant.parse("2020-01-01T08:00:00Z")));
    assertDefault("UUID DEFAULT '00000000-0000-0001-0000-000000000002'", literal(new UUID(1, 2)));
    assertDefault("BLOB(9) DEFAULT x'00fF'", literal(new byte[] {0, -1}));
    assertDefault("JSON TEXT DEFAULT '{\"a\": 1}'", literal("{\"a\": 1}"));
    assertDefault("TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP", currentTimestamp());
    assertDefault("DATE DEFAULT current_date", currentDate());
    assertDefault("INTEGER DEFAULT (abs(-1) + (2))", expression("abs(-1) + (2)"));
  }

  @Test
  void anEnumIsATextColumnWithItsLabels() throws SQLException {
    Table table =
        table(
            "CREATE TABLE t (a TEXT CHECK (\"A\" in ('x', 'y')), b TEXT CHECK (b IN ('x', 1)),"
                + " c VARCHAR(3) CHECK (c IN ('x')), d TEXT CHECK (a IN ('x')))");
    assertThat(table.column("a").type()).isEqualTo(new EnumLabels(List.of("x", "y")));
    assertThat(table.constraints()).hasSize(3).allMatch(constraint -> constraint instanceof Check);
  }

  @Test
  void whatTheModelHasNoWordForIsLeftOut() throws SQLException {
    Schema schema =
        inspected(
            "CREATE TABLE t (a TEXT)",
            "CREATE VIRTUAL TABLE search USING fts5 (body)",
            "CREATE TRIGGER tr AFTER INSERT ON t BEGIN DELETE FROM t; END",
            "CREATE TEMP TABLE mine (a)",
            "ATTACH ':memory:' AS elsewhere",
            "CREATE TABLE elsewhere.other (a)",
            "CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT)",
            "ANALYZE");
    assertThat(schema.names().stream().map(QualifiedName::toString))
        .containsExactly("counted", "t");
    assertThat(schema.namespaces()).isEmpty();
  }

  @Test
  void aViewWithNamesForItsColumnsIsTheSameAgain() throws SQLException {
    Schema schema =
        inspected("CREATE TABLE t (a)", "create view \"V w\"(x, \"y y\") as select a, 1 from t");
    View view = schema.view(QualifiedName.exactly("V w"));
    String sql =
        DIALECT
            .renderer()
            .render(new CreateView(view), new RenderContext(schema.without(view.name())))
            .get(0)
            .sql();
    Schema again = inspected("CREATE TABLE t (a)", sql);
    assertThat(again.view(view.name()).query()).isEqualTo(view.query());
    try (Connection connection = SqliteDatabases.memory().getConnection();
        Statement jdbc = connection.createStatement()) {
      jdbc.execute("CREATE TABLE t (a)");
      jdbc.execute(sql);
      jdbc.execute("SELECT x, \"y y\" FROM \"V w\"");
    }
  }

  @Test
  void anIndexWithACollationOfItsOwnIsTheSameAgain() throws SQLException {
    Table table =
        table(
            "CREATE TABLE t (a TEXT, b TEXT)",
            "CREATE INDEX i ON t (a COLLATE NOCASE DESC, lower(b) asc, \"B\", 1)");
    assertThat(table.index("i").keys())
        .containsExactly(
            IndexKey.expression(Expression.of("a COLLATE NOCASE")).descending(),
            IndexKey.expression(Expression.of("lower(b)")),
            IndexKey.column("b"),
            IndexKey.expression(Expression.of("1")));
    List<String> sql = new ArrayList<>();
    Operation create = new CreateTable(table);
    DIALECT
        .renderer()
        .render(create, new RenderContext(Schema.empty()))
        .forEach(statement -> sql.add(statement.sql()));
    assertThat(table(sql.toArray(String[]::new))).isEqualTo(table);
  }

  @Test
  void aThousandTablesAreOneQuery() throws SQLException {
    CountingDataSource database = new CountingDataSource(SqliteDatabases.memory());
    try (Connection connection = database.getConnection();
        Statement jdbc = connection.createStatement()) {
      for (int i = 0; i < 1_000; i++) {
        jdbc.execute(
            "CREATE TABLE t"
                + i
                + " (id INTEGER PRIMARY KEY, n VARCHAR(9) UNIQUE, p INT REFERENCES t0 (id))");
        jdbc.execute("CREATE INDEX i" + i + " ON t" + i + " (p)");
      }
      database.reset();
      assertThat(DIALECT.inspector().inspect(connection, Set.of()).tables()).hasSize(1_000);
      assertThat(database.statements()).isEqualTo(1);
      assertThat(DIALECT.inspector().relations(connection)).hasSize(1_000);
      assertThat(database.statements()).isEqualTo(2);
    }
  }

  @Test
  void longTextsDoNotFillTheStack() throws SQLException {
    String text = "it''s \\ \"long\" [".repeat(20_000);
    Table table =
        table("CREATE TABLE t (c TEXT DEFAULT '" + text + "' /* " + "* ( ".repeat(50_000) + " */)");
    assertThat(table.column("c").defaultValue()).contains(literal(text.replace("''", "'")));
    assertThat(varchar(3)).hasToString("varchar(3)");
  }
}
