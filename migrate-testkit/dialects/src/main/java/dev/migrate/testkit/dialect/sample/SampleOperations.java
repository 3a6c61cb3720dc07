package dev.migrate.testkit.dialect.sample;

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
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Operations of every kind, each with a schema that it fits, for the golden SQL and the contract of
 * dialects. A dialect may refuse some of them; the golden SQL says so. Immutable and thread-safe.
 */
public final class SampleOperations {

  /** A name that breaks out of every kind of quotes that is not escaped. */
  public static final String HOSTILE = "a\"b'c`d]e; DROP TABLE x; -- \u00fc\u2603";

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
     * The same sample in other words, for a database that cannot run these.
     *
     * @param before the operations that make the schema before
     * @param words one operation, of the same kind
     */
    public Sample inWords(Consumer<Operations> before, Consumer<Operations> words) {
      Sample adapted = of(name, before, words);
      if (!adapted.kind().equals(kind())) {
        throw new IllegalArgumentException(this + " became " + adapted);
      }
      return adapted;
    }

    static Sample of(String name, Consumer<Operations> given, Consumer<Operations> operation) {
      return new Sample(name, recorded(given), recorded(operation).get(0));
    }

    /**
     * The schema before the operation.
     *
     * @return the given operations applied to an empty schema
     */
    public Schema before() {
      return Operation.applyAll(given, Schema.empty());
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
     */
    public List<Statement> statements(Renderer renderer, List<DialectName> names) {
      return render(List.of(operation), before(), renderer, names);
    }

    /**
     * The statements that make the schema before the operation.
     *
     * @param renderer the dialect's renderer
     * @param names the dialect's names
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
    return byKind(all());
  }

  public static Map<String, List<Sample>> byKind(List<Sample> samples) {
    Map<String, List<Sample>> kinds = new TreeMap<>();
    for (Sample sample : samples) {
      kinds.computeIfAbsent(sample.kind(), kind -> new ArrayList<>()).add(sample);
    }
    return kinds;
  }

  /** All samples: for each kind of operation at least one. */
  public static List<Sample> all() {
    List<Sample> all = new ArrayList<>();
    TableSamples.addTables(all);
    ColumnSamples.addColumns(all);
    ColumnSamples.addAlterations(all);
    KeySamples.addConstraints(all);
    KeySamples.addIndexes(all);
    ObjectSamples.addSequencesAndViews(all);
    ObjectSamples.addEnumTypes(all);
    ObjectSamples.addSchemas(all);
    RowSamples.addRows(all);
    RowSamples.addRawSqlAndCode(all);
    return all;
  }

  static void add(
      List<Sample> all, String name, Consumer<Operations> given, Consumer<Operations> operation) {
    all.add(Sample.of(name, given, operation));
  }

  static List<Operation> recorded(Consumer<Operations> operations) {
    return Recording.of(Revision.of(Lineage.of("sample").root(), operations)).upgrade();
  }

  static void nothing(Operations op) {}

  /** A table to refer to. */
  static void team(Operations op) {
    op.createTable("team", column("id", bigint()).identity(), primaryKey("id"));
  }

  /** A table to change. */
  static void account(Operations op) {
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
  static void hostile(Operations op) {
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

  static void mood(Operations op) {
    op.createEnumType("mood", "sad", "it's ok", "happy");
  }

  /** A column that has an enum type. */
  static void diary(Operations op) {
    mood(op);
    op.createTable(
        "diary",
        column("day", date()).notNull(),
        column("mood", enumType("mood")).notNull().defaultTo("happy"),
        primaryKey("day"));
  }

  static void billing(Operations op) {
    op.createSchema("billing");
    op.createTable("billing.invoice", column("id", integer()).notNull(), primaryKey("id"));
  }
}
