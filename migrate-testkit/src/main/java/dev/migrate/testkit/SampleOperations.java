package dev.migrate.testkit;

import static dev.migrate.Ddl.*;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Renderer;
import dev.migrate.dialect.Statement;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.operation.Operation;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Operations of every kind, each with a schema that it fits, for the golden SQL and the contract of
 * dialects. A dialect may refuse some of them; the golden SQL says so. Immutable and thread-safe.
 */
public final class SampleOperations {

  /** A name that breaks out of every kind of quotes that is not escaped. */
  public static final String HOSTILE = "a\"b'c`d]e; DROP TABLE x; -- \u00fc\u2603";

  private static final UUID SOME_UUID = UUID.fromString("7c9e6679-7425-40de-944b-e07fc1f90ae7");

  private SampleOperations() {}

  /**
   * An operation and what was there before.
   *
   * @param name what is special about it
   * @param given the operations that make the schema before
   * @param operation the operation
   */
  public record Sample(String name, List<Operation> given, Operation operation) {

    /**
     * The schema before the operation.
     *
     * @return the given operations applied to an empty schema
     */
    public Schema before() {
      Schema schema = Schema.empty();
      for (Operation each : given) {
        schema = each.applyTo(schema);
      }
      return schema;
    }

    /**
     * The kind of the operation, as users call it.
     *
     * @return such as {@code createTable}
     */
    public String kind() {
      String kind = operation.getClass().getSimpleName();
      return kind.substring(0, 1).toLowerCase(Locale.ROOT) + kind.substring(1);
    }

    /**
     * The operation as a script for people.
     *
     * @param renderer the dialect's renderer
     * @param names the dialect's names
     * @return the statements below the sample's name, or why there are none
     */
    public String script(Renderer renderer, List<DialectName> names) {
      StringBuilder script = new StringBuilder("-- ").append(name).append('\n');
      try {
        List<Statement> statements = statements(renderer, names);
        script.append(statements.isEmpty() ? "-- nothing to do\n" : "");
        for (Statement statement : statements) {
          boolean code = statement.kind() == Statement.Kind.CODE;
          script.append(code ? "-- " + statement.sql() : statement.sql() + ";").append('\n');
        }
      } catch (UnsupportedByDialectException refused) {
        script
            .append("-- ")
            .append(String.valueOf(refused.getMessage()).replace("\n", "\n-- "))
            .append('\n');
      }
      return script.toString();
    }

    /**
     * The statements of the operation.
     *
     * @param renderer the dialect's renderer
     * @param names the dialect's names
     * @return the statements in order
     */
    public List<Statement> statements(Renderer renderer, List<DialectName> names) {
      return render(List.of(operation), before(), renderer, names);
    }

    /**
     * The statements that make the schema before the operation.
     *
     * @param renderer the dialect's renderer
     * @param names the dialect's names
     * @return the statements in order
     */
    public List<Statement> preparation(Renderer renderer, List<DialectName> names) {
      return render(given, Schema.empty(), renderer, names);
    }

    private static List<Statement> render(
        List<Operation> operations, Schema before, Renderer renderer, List<DialectName> names) {
      List<Statement> statements = new ArrayList<>();
      Schema schema = before;
      for (Operation operation : operations) {
        for (Operation chosen : operation.on(names)) {
          statements.addAll(renderer.render(chosen, new RenderContext(schema)));
          schema = chosen.applyTo(schema);
        }
      }
      return statements;
    }

    @Override
    public String toString() {
      return kind() + ": " + name;
    }
  }

  /**
   * All samples by the kind of the operation.
   *
   * @return the samples of each kind, such as {@code createTable}
   */
  public static Map<String, List<Sample>> byKind() {
    Map<String, List<Sample>> kinds = new TreeMap<>();
    for (Sample sample : all()) {
      kinds.computeIfAbsent(sample.kind(), kind -> new ArrayList<>()).add(sample);
    }
    return kinds;
  }

  /**
   * All samples: for each kind of operation at least one.
   *
   * @return the samples
   */
  public static List<Sample> all() {
    List<Sample> all = new ArrayList<>();
    addTables(all);
    addColumns(all);
    addAlterations(all);
    addConstraints(all);
    addIndexes(all);
    addSequencesAndViews(all);
    addEnumTypes(all);
    addSchemas(all);
    addRows(all);
    addRawSqlAndCode(all);
    return all;
  }

  private static void add(
      List<Sample> all, String name, Consumer<Operations> given, Consumer<Operations> operation) {
    all.add(new Sample(name, recorded(given), recorded(operation).get(0)));
  }

  private static List<Operation> recorded(Consumer<Operations> operations) {
    return Recording.of(Revision.of(Lineage.of("sample").root(), operations)).upgrade();
  }

  private static void nothing(Operations op) {}

  /** A table to refer to. */
  private static void team(Operations op) {
    op.createTable("team", column("id", bigint()).identity(), primaryKey("id"));
  }

  /** A table to change. */
  private static void account(Operations op) {
    team(op);
    op.createTable(
        "account",
        column("id", bigint()).identity(),
        column("team_id", bigint()),
        column("login", varchar(64)).notNull(),
        column("nickname", varchar(64)),
        column("age", integer()).defaultTo(0),
        primaryKey("id"),
        unique("login"),
        foreignKey("team_id").references("team"),
        index("nickname"));
  }

  /** A table whose names want to be quoted. */
  private static void hostile(Operations op) {
    op.createTable(
        "\"" + HOSTILE.replace("\"", "\"\"") + "\"",
        column(HOSTILE, integer()).notNull(),
        column("select", varchar(10)).comment(HOSTILE),
        column("Mixed Case", integer()),
        column("1st", integer()),
        primaryKey(HOSTILE).named("Pk " + HOSTILE),
        unique("select"),
        foreignKey("1st").references("\"" + HOSTILE.replace("\"", "\"\"") + "\""),
        index("Mixed Case").named("order"),
        comment(HOSTILE));
  }

  private static void mood(Operations op) {
    op.createEnumType("mood", "sad", "it's ok", "happy");
  }

  /** A column that has an enum type. */
  private static void diary(Operations op) {
    mood(op);
    op.createTable(
        "diary",
        column("day", date()).notNull(),
        column("mood", enumType("mood")).notNull().defaultTo("happy"),
        primaryKey("day"));
  }

  private static void billing(Operations op) {
    op.createSchema("billing");
    op.createTable("billing.invoice", column("id", integer()).notNull(), primaryKey("id"));
  }

  private static void addTables(List<Sample> all) {
    add(all, "one column", SampleOperations::nothing, SampleOperations::team);
    add(
        all,
        "with keys, indexes and comments",
        SampleOperations::team,
        op ->
            op.createTable(
                "account",
                column("id", bigint()).identity(),
                column("team_id", bigint()).notNull(),
                column("login", varchar(64)).notNull().comment("as typed; it's not an e-mail"),
                column("created_at", timestamp()).notNull().defaultTo(currentTimestamp()),
                column("age", smallint()),
                primaryKey("id"),
                unique("login"),
                foreignKey("team_id").references("team").onDelete(CASCADE).onUpdate(RESTRICT),
                check("age >= 0").named("ck_account_age"),
                index("team_id", "created_at"),
                index(desc("created_at"), asc("login")).unique().named("ux_account_newest"),
                comment("who may log in")));
    add(
        all,
        "of every type",
        SampleOperations::nothing,
        op ->
            op.createTable(
                "everything",
                column("a_boolean", bool()),
                column("a_smallint", smallint()),
                column("an_integer", integer()),
                column("a_bigint", bigint()),
                column("a_real", real()),
                column("a_double", doublePrecision()),
                column("a_decimal", decimal(12, 2)),
                column("a_varchar", varchar(320)),
                column("a_char", character(2)),
                column("a_text", text()),
                column("a_binary", binary(16)),
                column("a_blob", blob()),
                column("a_date", date()),
                column("a_time", time()),
                column("a_short_time", time(0)),
                column("a_timestamp", timestamp()),
                column("a_long_timestamp", timestamp(9)),
                column("an_instant", timestampWithTimeZone()),
                column("a_short_instant", timestampWithTimeZone(0)),
                column("a_uuid", uuid()),
                column("a_json", json())));
    add(
        all,
        "with lists",
        SampleOperations::nothing,
        op -> op.createTable("lists", column("numbers", array(integer()))));
    add(
        all,
        "with every kind of default",
        op -> op.createSequence("ticket"),
        op ->
            op.createTable(
                "defaults",
                column("a_boolean", bool()).defaultTo(true),
                column("a_number", decimal(12, 2)).defaultTo(new BigDecimal("-12.50")),
                column("a_text", varchar(320)).defaultTo("it's \\ \"quoted\"; -- \u00fc"),
                column("nothing", varchar(320)).defaultTo(literal(null)),
                column("bytes", binary(4)).defaultTo(new byte[] {0, 10, -1}),
                column("a_date", date()).defaultTo(LocalDate.of(2024, 2, 29)),
                column("a_time", time()).defaultTo(LocalTime.of(10, 0)),
                column("a_timestamp", timestamp()).defaultTo(LocalDateTime.of(2024, 2, 29, 10, 0)),
                column("an_instant", timestampWithTimeZone())
                    .defaultTo(Instant.parse("2024-02-29T10:00:00.5Z")),
                column("a_uuid", uuid()).defaultTo(SOME_UUID),
                column("a_json", json()).defaultTo("{\"it's\": [1, 2]}"),
                column("now", timestamp()).notNull().defaultTo(currentTimestamp()),
                column("today", date()).notNull().defaultTo(currentDate()),
                column("ticket", bigint()).defaultTo(nextValue("ticket")),
                column("computed", integer()).defaultTo(expression("1 + 1"))));
    add(
        all,
        "with numbers that only the database gives",
        SampleOperations::nothing,
        op ->
            op.createTable("invoice", column("id", integer()).identityAlways(), primaryKey("id")));
    add(
        all,
        "with a computed column that is kept",
        SampleOperations::nothing,
        op ->
            op.createTable(
                "line",
                column("price", integer()).notNull(),
                column("quantity", integer()).notNull(),
                column("total", integer()).storedAs("price * quantity")));
    add(
        all,
        "with a computed column that is not kept",
        SampleOperations::nothing,
        op ->
            op.createTable(
                "line",
                column("price", integer()).notNull(),
                column("gross", integer()).virtualAs("price * 2")));
    add(
        all,
        "with a collation",
        SampleOperations::nothing,
        op -> op.createTable("note", column("body", varchar(100)).collate("de_DE")));
    add(
        all,
        "with a deferrable foreign key",
        SampleOperations::team,
        op ->
            op.createTable(
                "member",
                column("team_id", bigint()),
                foreignKey("team_id").references("team").initiallyDeferred()));
    add(
        all,
        "that refers to itself",
        SampleOperations::nothing,
        op ->
            op.createTable(
                "category",
                column("id", integer()).notNull(),
                column("parent_id", integer()),
                primaryKey("id"),
                foreignKey("parent_id").references("category").onDelete(SET_NULL)));
    add(
        all,
        "that refers to its own unique index",
        SampleOperations::nothing,
        op ->
            op.createTable(
                "category",
                column("code", integer()).notNull(),
                column("parent", integer()),
                foreignKey("parent").references("category", "code"),
                index("code").unique()));
    add(
        all,
        "that differs by dialect",
        SampleOperations::nothing,
        op ->
            op.createTable(
                "note",
                column("body", tuned(text())).defaultTo(expression("'none'").on(H2, "'nothing'")),
                check(expression("body <> ''").on(H2, "CHAR_LENGTH(body) > 0")).named("ck_body")));
    add(
        all,
        "in the database's own types",
        SampleOperations::nothing,
        op -> op.createTable("note", column("body", nativeType("varchar(7)")).notNull()));
    add(all, "with hostile names", SampleOperations::nothing, SampleOperations::hostile);
    add(
        all,
        "in a schema",
        SampleOperations::billing,
        op ->
            op.createTable(
                "billing.line",
                column("invoice_id", integer()).comment("whose"),
                foreignKey("invoice_id").references("billing.invoice"),
                index("invoice_id")));
    add(
        all,
        "with an enum type",
        SampleOperations::mood,
        op ->
            op.createTable(
                "diary",
                column("mood", enumType("mood")).notNull().defaultTo("it's ok"),
                column("moods", array(enumType("mood")))));
    add(all, "plain", SampleOperations::team, op -> op.dropTable("team"));
    add(all, "in a schema", SampleOperations::billing, op -> op.dropTable("billing.invoice"));
    add(all, "plain", SampleOperations::account, op -> op.renameTable("team", "squad"));
    add(
        all,
        "in a schema, to a reserved word",
        SampleOperations::billing,
        op -> op.renameTable("billing.invoice", "order"));
    add(all, "set", SampleOperations::team, op -> op.commentOnTable("team", comment("it's us")));
    add(
        all,
        "taken away",
        op -> op.createTable("team", column("id", integer()), comment("us")),
        op -> op.commentOnTable("team", noComment()));
  }

  private static DataType tuned(DataType type) {
    return type.on(H2, varchar(100)).on(MYSQL, nativeType("mediumtext"));
  }

  private static void addColumns(List<Sample> all) {
    add(
        all,
        "plain",
        SampleOperations::account,
        op -> op.addColumn("account", column("email", varchar(320))));
    add(
        all,
        "with a default and a comment",
        SampleOperations::account,
        op ->
            op.addColumn(
                "account",
                column("score", decimal(5, 2)).notNull().defaultTo(1).comment("0 to 100")));
    add(
        all,
        "that numbers its rows",
        op -> op.createTable("note", column("body", text())),
        op -> op.addColumn("note", column("id", bigint()).identity()));
    add(
        all,
        "that is computed",
        SampleOperations::account,
        op -> op.addColumn("account", column("next_age", integer()).storedAs("age + 1")));
    add(
        all,
        "with an enum type, named by a reserved word",
        op -> {
          mood(op);
          account(op);
        },
        op -> op.addColumn("account", column("order", enumType("mood"))));
    add(
        all,
        "plain",
        SampleOperations::account,
        op -> op.renameColumn("account", "nickname", "nick"));
    add(
        all,
        "with hostile names",
        SampleOperations::hostile,
        op -> op.renameColumn("\"" + HOSTILE.replace("\"", "\"\"") + "\"", HOSTILE, "' OR 1=1"));
    add(all, "plain", SampleOperations::account, op -> op.dropColumn("account", "age"));
  }

  private static void addAlterations(List<Sample> all) {
    Consumer<Operations> account = SampleOperations::account;
    add(all, "type", account, op -> op.alterColumn("account", "age", type(bigint())));
    add(
        all,
        "type, with a conversion",
        account,
        op ->
            op.alterColumn("account", "nickname", type(integer()).using("char_length(nickname)")));
    add(all, "takes no NULL", account, op -> op.alterColumn("account", "age", notNull()));
    add(all, "takes NULL", account, op -> op.alterColumn("account", "login", nullable()));
    add(all, "default", account, op -> op.alterColumn("account", "login", defaultTo("it's me")));
    add(all, "no default", account, op -> op.alterColumn("account", "age", noDefault()));
    add(
        all,
        "numbers its rows",
        op -> op.createTable("note", column("id", integer())),
        op -> op.alterColumn("note", "id", identity()));
    add(
        all,
        "always numbers its rows",
        account,
        op -> op.alterColumn("account", "id", identityAlways()));
    add(
        all,
        "no longer numbers its rows",
        account,
        op -> op.alterColumn("account", "id", noIdentity()));
    add(all, "comment", account, op -> op.alterColumn("account", "age", comment("it's in years")));
    add(
        all,
        "no comment",
        op -> op.createTable("note", column("body", text()).comment("what it says")),
        op -> op.alterColumn("note", "body", noComment()));
    add(all, "collation", account, op -> op.alterColumn("account", "login", collation("de_DE")));
    add(all, "no collation", account, op -> op.alterColumn("account", "login", noCollation()));
    add(
        all,
        "everything at once",
        account,
        op ->
            op.alterColumn(
                "account", "age", comment("in months"), notNull(), defaultTo(12), type(bigint())));
    add(
        all,
        "number and back to an ordinary column",
        account,
        op -> op.alterColumn("account", "id", noIdentity(), type(varchar(20)), defaultTo("none")));
    add(
        all,
        "type of a computed column",
        op ->
            op.createTable(
                "line",
                column("price", integer()),
                column("gross", integer()).storedAs("price * 2")),
        op -> op.alterColumn("line", "gross", type(bigint())));
    add(
        all,
        "type to an enum type",
        op -> {
          mood(op);
          account(op);
        },
        op -> op.alterColumn("account", "nickname", type(enumType("mood"))));
  }

  private static void addConstraints(List<Sample> all) {
    Consumer<Operations> account = SampleOperations::account;
    add(
        all,
        "primary key over columns that take NULL",
        op -> op.createTable("pair", column("a", integer()).notNull(), column("b", integer())),
        op -> op.addPrimaryKey("pair", primaryKey("a", "b")));
    add(all, "unique", account, op -> op.addUnique("account", unique("nickname", "age")));
    add(
        all,
        "foreign key to the primary key",
        op -> {
          team(op);
          op.createTable("member", column("team_id", bigint()));
        },
        op ->
            op.addForeignKey(
                "member",
                foreignKey("team_id").references("team").onDelete(SET_NULL).onUpdate(CASCADE)));
    add(
        all,
        "foreign key to a unique index",
        op ->
            op.createTable(
                "member",
                column("code", integer()),
                column("chief", integer()),
                index("code").unique()),
        op -> op.addForeignKey("member", foreignKey("chief").references("member", "code")));
    add(
        all,
        "deferrable foreign key",
        op -> {
          team(op);
          op.createTable("member", column("team_id", bigint()));
        },
        op -> op.addForeignKey("member", foreignKey("team_id").references("team").deferrable()));
    add(all, "check", account, op -> op.addCheck("account", check("age BETWEEN 0 AND 150")));
    add(
        all,
        "plain",
        account,
        op -> op.renameConstraint("account", "uq_account_login", "uq_account_name"));
    add(
        all,
        "primary key",
        op -> op.createTable("pair", column("a", integer()), primaryKey("a")),
        op -> op.renameConstraint("pair", "pk_pair", "Key of pair"));
    add(all, "unique", account, op -> op.dropConstraint("account", "uq_account_login"));
    add(all, "foreign key", account, op -> op.dropConstraint("account", "fk_account_team_id"));
    add(all, "primary key", account, op -> op.dropConstraint("account", "pk_account"));
  }

  private static void addIndexes(List<Sample> all) {
    Consumer<Operations> account = SampleOperations::account;
    add(all, "plain", account, op -> op.createIndex("account", index("login", "age")));
    add(
        all,
        "unique, great values first",
        account,
        op -> op.createIndex("account", index(desc("age"), asc("login")).unique()));
    add(
        all,
        "in a schema",
        SampleOperations::billing,
        op -> op.createIndex("billing.invoice", index("id").named("Ix \"1\"")));
    add(
        all,
        "over some rows",
        account,
        op -> op.createIndex("account", index("age").where("nickname IS NULL")));
    add(
        all,
        "unique over some rows",
        account,
        op -> op.createIndex("account", index("age").unique().where("nickname IS NULL")));
    add(
        all,
        "with further columns",
        account,
        op -> op.createIndex("account", index("age").including("nickname")));
    add(all, "by a method", account, op -> op.createIndex("account", index("age").using("hash")));
    add(
        all,
        "over an expression",
        account,
        op ->
            op.createIndex(
                "account",
                index(IndexKey.expression(expression("lower(login)")).descending())
                    .named("ix_account_lower_login")));
    add(
        all,
        "plain",
        account,
        op -> op.renameIndex("account", "ix_account_nickname", "ix_account_nick"));
    add(
        all,
        "in a schema",
        op -> {
          billing(op);
          op.createIndex("billing.invoice", index("id").named("ix"));
        },
        op -> op.renameIndex("billing.invoice", "ix", "index"));
    add(all, "plain", account, op -> op.dropIndex("account", "ix_account_nickname"));
    add(
        all,
        "in a schema",
        op -> {
          billing(op);
          op.createIndex("billing.invoice", index("id").named("Ix"));
        },
        op -> op.dropIndex("billing.invoice", "Ix"));
  }

  private static void addSequencesAndViews(List<Sample> all) {
    add(all, "plain", SampleOperations::nothing, op -> op.createSequence("ticket"));
    add(
        all,
        "backwards, in a schema",
        SampleOperations::billing,
        op -> op.createSequence(sequence("billing.ticket").startingAt(-1).incrementedBy(-5)));
    add(
        all,
        "plain",
        op -> op.createSequence("ticket"),
        op -> op.renameSequence("ticket", "Ticket"));
    add(all, "plain", op -> op.createSequence("ticket"), op -> op.dropSequence("ticket"));
    Consumer<Operations> adults =
        op -> {
          account(op);
          op.createView(
              "adult", view("SELECT login FROM account WHERE age > 17").reads("account", "login"));
        };
    add(
        all,
        "plain",
        SampleOperations::account,
        op ->
            op.createView(
                "user", view("SELECT login FROM account WHERE age > 17").reads("account")));
    add(all, "plain", adults, op -> op.renameView("adult", "grown_up"));
    add(all, "plain", adults, op -> op.dropView("adult"));
  }

  private static void addEnumTypes(List<Sample> all) {
    Consumer<Operations> diary = SampleOperations::diary;
    Consumer<Operations> twice =
        op -> {
          diary(op);
          op.createTable(
              "dream", column("mood", enumType("mood")), column("moods", array(enumType("mood"))));
        };
    add(all, "plain", SampleOperations::nothing, SampleOperations::mood);
    add(all, "plain", diary, op -> op.renameEnumType("mood", "feeling"));
    add(all, "plain", SampleOperations::mood, op -> op.dropEnumType("mood"));
    add(all, "at the end", diary, op -> op.addEnumValue("mood", "'); DROP TABLE diary; --"));
    add(all, "in the middle", diary, op -> op.addEnumValueBefore("mood", "so so", "happy"));
    add(all, "in several columns", twice, op -> op.addEnumValue("mood", "great"));
    add(all, "in no column", SampleOperations::mood, op -> op.addEnumValue("mood", "great"));
    add(all, "plain", diary, op -> op.renameEnumValue("mood", "it's ok", "it's fine"));
    add(
        all,
        "in several columns",
        op -> {
          diary(op);
          op.createTable(
              "dream", column("mood", enumType("mood")), column("Mood", enumType("mood")));
        },
        op -> op.renameEnumValue("mood", "sad", "unhappy"));
    add(all, "that is a default", diary, op -> op.renameEnumValue("mood", "happy", "glad"));
    add(all, "in lists", twice, op -> op.renameEnumValue("mood", "sad", "unhappy"));
  }

  private static void addSchemas(List<Sample> all) {
    add(all, "plain", SampleOperations::nothing, op -> op.createSchema("billing"));
    add(all, "plain", SampleOperations::billing, op -> op.renameSchema("billing", "Sales"));
    add(all, "plain", op -> op.createSchema("select"), op -> op.dropSchema("select"));
  }

  private static void addRows(List<Sample> all) {
    Consumer<Operations> values =
        op ->
            op.createTable(
                "value_of_every_kind",
                column("id", integer()).notNull(),
                column("a_boolean", bool()),
                column("a_decimal", decimal(12, 2)),
                column("a_text", text()),
                column("a_blob", blob()),
                column("a_date", date()),
                column("a_time", time()),
                column("a_timestamp", timestamp()),
                column("an_instant", timestampWithTimeZone()),
                column("a_uuid", uuid()),
                column("a_json", json()),
                primaryKey("id"));
    List<String> columns =
        columns(
            "id",
            "a_boolean",
            "a_decimal",
            "a_text",
            "a_blob",
            "a_date",
            "a_time",
            "a_timestamp",
            "an_instant",
            "a_uuid",
            "a_json");
    add(
        all,
        "values of every kind",
        values,
        op ->
            op.insert(
                "value_of_every_kind",
                columns,
                row(
                    1,
                    true,
                    new BigDecimal("-12.50"),
                    "it's \\ \"quoted\"; -- \u00fc\u2603\n\tin two lines",
                    new byte[] {0, 10, -1},
                    LocalDate.of(2024, 2, 29),
                    LocalTime.of(10, 0, 0, 1000),
                    LocalDateTime.of(2024, 2, 29, 10, 0),
                    Instant.parse("2024-02-29T23:30:00Z"),
                    SOME_UUID,
                    "{\"it's\": [1, 2]}"),
                row(-2, false, 0, "", new byte[0], null, null, null, null, null, null)));
    add(
        all,
        "numbers that otherwise only the database gives",
        op -> op.createTable("invoice", column("id", integer()).identityAlways(), primaryKey("id")),
        op -> op.insert("invoice", columns("id"), row(7)));
    add(
        all,
        "one row",
        SampleOperations::account,
        op ->
            op.update(
                "account",
                set("nickname", "'; DROP TABLE account; --").set("age", null).where("id", 1)));
    add(
        all,
        "every row",
        SampleOperations::account,
        op -> op.update("account", set("age", 18).inEveryRow()));
    add(
        all,
        "rows that have nothing",
        SampleOperations::account,
        op -> op.update("account", set("age", 18).where("age", null).and("login", "x")));
    add(
        all,
        "by one column",
        SampleOperations::account,
        op -> op.delete("account", columns("login"), row("x"), row("it's y")));
    add(
        all,
        "by one column, with NULL",
        SampleOperations::account,
        op -> op.delete("account", columns("age"), row(1), row((Object) null)));
    add(
        all,
        "by several columns",
        SampleOperations::account,
        op -> op.delete("account", columns("login", "age"), row("x", 1), row("y", null)));
    add(
        all,
        "by JSON",
        values,
        op -> op.delete("value_of_every_kind", columns("a_json"), row("{\"a\": 1}")));
  }

  private static void addRawSqlAndCode(List<Sample> all) {
    add(
        all,
        "that says nothing",
        SampleOperations::account,
        op -> op.execute(sql("UPDATE account SET age = age + 1")));
    add(
        all,
        "that writes rows, and differs by dialect",
        SampleOperations::account,
        op ->
            op.execute(
                sql("UPDATE account SET nickname = lower(login)")
                    .on(MYSQL, "UPDATE `account` SET nickname = lower(login)")
                    .writes("account", "nickname")));
    add(
        all,
        "that says what it means",
        SampleOperations::nothing,
        op ->
            op.execute(
                sql("CREATE TABLE legacy (id int)")
                    .means(o -> o.createTable("legacy", column("id", integer())))));
    add(
        all,
        "for a database that is not there",
        SampleOperations::nothing,
        op -> op.execute(sql("VACUUM").onlyOn(new DialectName("nosuchdb")).needsNoUndo()));
    add(
        all,
        "that changes rows",
        SampleOperations::account,
        op -> op.run(code("import nicknames", context -> {}).writes("account", "nickname")));
    add(
        all,
        "for H2 alone",
        SampleOperations::account,
        op -> op.on(H2, h2 -> h2.createIndex("account", index("age"))));
  }
}
