package dev.migrate.hibernate;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.set;
import static dev.migrate.Ddl.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.dialect.Dialect;
import dev.migrate.engine.Migrator;
import dev.migrate.generate.SchemaOperations;
import dev.migrate.model.DeclaredSchema;
import dev.migrate.model.ModelComparison;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fifteen changes of entity classes become fifteen revisions, with rows in the tables. What a
 * difference cannot know, such as a rename, is answered before it.
 */
class EvolutionTest {

  private static final EvolvingClasses FIRST =
      new EvolvingClasses(
          """
          @Entity @Table(name = "customer") class Customer {
            @Id Long id;
            @Column(length = 40) String name;
            int age;
            @Enumerated(EnumType.STRING) Level level;
            String street;
            String city;
          }

          enum Level { LOW, HIGH }

          @Entity @Table(name = "purchase") class Purchase {
            @Id Long id;
            @ManyToOne Customer customer;
            BigDecimal total;
          }
          """);

  private static final String LAST = "renamed_table";

  private static final Consumer<Operations> NOTHING = op -> {};

  /** A version of the classes, and the answers to what the difference cannot know. */
  private record Change(String name, EvolvingClasses classes, Consumer<Operations> answers) {}

  private static final class Story {
    private final List<Change> changes = new ArrayList<>();
    private EvolvingClasses classes = FIRST;

    private void next(String name, Consumer<Operations> answers, String... replacements) {
      classes = classes.edited(replacements);
      changes.add(new Change(name, classes, answers));
    }
  }

  private static List<Change> changes() {
    Story story = new Story();
    story.next("column", NOTHING, "int age;", "int age; String email;");
    story.next("wider", NOTHING, "length = 40", "length = 200");
    story.next(
        "renamed_column",
        op -> op.renameColumn("customer", "name", "full_name"),
        "String name;",
        "String fullName;");
    story.next("label", NOTHING, "LOW, HIGH", "LOW, HIGH, MIDDLE");
    story.next(
        "not_null",
        op -> op.update("customer", set("email", "none").inEveryRow()),
        "String email;",
        "@Column(nullable = false) String email;");
    story.next(
        "unique", NOTHING, "@Column(nullable = false)", "@Column(nullable = false, unique = true)");
    story.next(
        "index",
        NOTHING,
        "@Table(name = \"customer\")",
        "@Table(name = \"customer\", indexes = @Index(columnList = \"city\"))");
    story.next(
        "embeddable",
        NOTHING,
        "  String street;\n  String city;\n",
        "  @Embedded Address address;\n",
        "enum Level",
        "@Embeddable class Address { String street; String city; @Column(length = 9) String zip;"
            + " }\n"
            + "enum Level");
    story.next(
        "many_to_many",
        NOTHING,
        "BigDecimal total;",
        "BigDecimal total; @ManyToMany Set<Product> products;",
        "enum Level",
        "@Entity @Table(name = \"product\") class Product { @Id Long id; String title; }\n"
            + "enum Level");
    story.next(
        "turned_around",
        NOTHING,
        "  @ManyToOne Customer customer;\n",
        "",
        "@Embedded Address address;",
        "@Embedded Address address; @OneToMany Set<Purchase> purchases;");
    story.next(
        "inheritance",
        op -> {
          op.addColumn("product", column("dtype", varchar(31)));
          op.update("product", set("dtype", "Product").inEveryRow());
        },
        "enum Level",
        "@Entity class Book extends Product { Integer pages; }\nenum Level");
    story.next(
        "split",
        NOTHING,
        "@Embedded Address address;",
        "@Embedded Address address; @ElementCollection Set<String> phones;");
    story.next("type", NOTHING, "int age;", "long age;");
    story.next("dropped", NOTHING, "BigDecimal total; ", "");
    story.next(
        LAST,
        op -> {
          op.renameTable("purchase", "sale");
          op.renameTable("purchase_product", "sale_product");
          op.renameColumn("sale_product", "purchase_id", "sale_id");
          op.renameTable("customer_purchase", "customer_sale");
          op.renameColumn("customer_sale", "purchases_id", "sales_id");
        },
        "@Table(name = \"purchase\") class Purchase",
        "@Table(name = \"sale\") class Sale",
        "Set<Purchase> purchases",
        "Set<Sale> sales");
    return story.changes;
  }

  static Stream<Engine> engines() {
    return Engines.all();
  }

  /** Compiled once for all engines. */
  private static final Map<String, List<Class<?>>> COMPILED = new LinkedHashMap<>();

  @BeforeAll
  static void compile(@TempDir Path folder) throws IOException {
    COMPILED.put("first", FIRST.compiled(Files.createDirectory(folder.resolve("first"))));
    for (Change change : changes()) {
      Path place = Files.createDirectory(folder.resolve(change.name()));
      COMPILED.put(change.name(), change.classes().compiled(place));
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void fifteenChanges(Engine engine) throws SQLException {
    DataSource database = engine.emptyDatabase();
    Dialect dialect = Engine.dialect(database);
    List<Revision> revisions = new ArrayList<>();
    Schema folded = Schema.empty();
    List<Change> changes = new ArrayList<>(List.of(new Change("first", FIRST, NOTHING)));
    changes.addAll(changes());
    assertThat(changes).hasSize(16);
    for (Change change : changes) {
      List<Class<?>> classes = COMPILED.getOrDefault(change.name(), List.of());
      folded = migrated(engine, database, dialect, change, classes, revisions, folded);
      if (change.name().equals("first")) {
        execute(
            database, "INSERT INTO customer (id, name, age, level) VALUES (1, 'Ann', 30, 'LOW')");
        execute(database, "INSERT INTO purchase (id, customer_id, total) VALUES (7, 1, 10.50)");
      } else if (change.name().equals("many_to_many")) {
        execute(database, "INSERT INTO product (id, title) VALUES (3, 'Pen')");
        execute(database, "INSERT INTO purchase_product (purchase_id, products_id) VALUES (7, 3)");
      }
    }
    assertThat(
            query(
                database,
                "SELECT c.full_name, c.email, p.dtype FROM customer c, product p, sale s,"
                    + " sale_product sp WHERE sp.sale_id = s.id AND sp.products_id = p.id"))
        .isEqualTo("Ann none Product");
  }

  private static Schema migrated(
      Engine engine,
      DataSource database,
      Dialect dialect,
      Change change,
      List<Class<?>> classes,
      List<Revision> revisions,
      Schema before) {
    Map<String, Object> settings = new HashMap<>(engine.settings());
    settings.put(
        "hibernate.physical_naming_strategy",
        "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl");
    HibernateModel model = HibernateModel.of(classes).settings(settings).version(engine.version());
    Schema answered = folded(before, Recording.of(answers(change)).upgrade());
    DeclaredSchema declared = model.declared(dialect, answered);
    Schema target = ModelComparison.of(answered, declared, dialect).target();
    List<Operation> difference = SchemaOperations.between(answered, target);
    Revision revision =
        Revision.of(
            revisions.isEmpty()
                ? Lineage.of(change.name()).root()
                : Lineage.of(change.name())
                    .after(revisions.get(revisions.size() - 1).lineage().id().value()),
            op -> {
              change.answers().accept(op);
              difference.forEach(op::add);
            });
    revisions.add(revision);
    Migrator.on(database).revisions(revisions).build().upgrade();
    Schema after = folded(answered, difference);
    DeclaredSchema again = model.declared(dialect, after);
    assertThat(ModelComparison.of(after, again, dialect).difference().toString())
        .as(change.name())
        .isEqualTo("no difference");
    if (engine == Engines.H2 || change.name().equals(LAST)) {
      DataSource created = engine.emptyDatabase();
      HibernateTool hibernate = new HibernateTool(classes, settings);
      hibernate.create(created);
      MigratedModel.requireContent(hibernate, database, created);
    }
    return after;
  }

  private static Revision answers(Change change) {
    return Revision.of(Lineage.of("answers").root(), change.answers()::accept);
  }

  private static Schema folded(Schema before, List<Operation> operations) {
    Schema schema = before;
    for (Operation operation : operations) {
      schema = operation.applyTo(schema);
    }
    return schema;
  }

  private static void execute(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).isTrue();
      return row.getString(1) + " " + row.getString(2) + " " + row.getString(3);
    }
  }
}
