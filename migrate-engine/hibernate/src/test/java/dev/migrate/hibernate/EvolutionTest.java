package dev.migrate.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.generate.Answers;
import dev.migrate.generate.GeneratedRevision;
import dev.migrate.generate.Generator;
import dev.migrate.generate.QuestionException;
import dev.migrate.generate.RevisionSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fifteen changes of entity classes become fifteen generated revisions, with rows in the tables.
 * What the classes do not tell, such as a rename, is answered. The printed revisions compile, and
 * record the same.
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

  private static final String LAST = "rename tables";

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T10:05:00Z"), ZoneOffset.UTC);

  /** A version of the classes, and the answers to what they do not tell. */
  private record Change(String message, EvolvingClasses classes, Answers answers) {}

  private static final class Story {
    private final List<Change> changes =
        new ArrayList<>(List.of(new Change("create tables", FIRST, Answers.none())));
    private EvolvingClasses classes = FIRST;

    private void next(String message, Answers answers, String... replacements) {
      classes = classes.edited(replacements);
      changes.add(new Change(message, classes, answers));
    }

    private void next(String message, String... replacements) {
      next(message, Answers.none(), replacements);
    }
  }

  private static List<Change> changes() {
    Story story = new Story();
    story.next("add email", "int age;", "int age; String email;");
    story.next("widen name", "length = 40", "length = 200");
    story.next(
        "rename name",
        Answers.none().renamed("customer.name", "full_name"),
        "String name;",
        "String fullName;");
    story.next("add level", "LOW, HIGH", "LOW, HIGH, MIDDLE");
    story.next(
        "require email",
        Answers.none().filled("customer.email", "none"),
        "String email;",
        "@Column(nullable = false) String email;");
    story.next(
        "make email unique",
        "@Column(nullable = false)",
        "@Column(nullable = false, unique = true)");
    story.next(
        "index city",
        "@Table(name = \"customer\")",
        "@Table(name = \"customer\", indexes = @Index(columnList = \"city\"))");
    story.next(
        "embed address",
        "  String street;\n  String city;\n",
        "  @Embedded Address address;\n",
        "enum Level",
        "@Embeddable class Address { String street; String city; @Column(length = 9) String zip;"
            + " }\n"
            + "enum Level");
    story.next(
        "add products",
        "BigDecimal total;",
        "BigDecimal total; @ManyToMany Set<Product> products;",
        "enum Level",
        "@Entity @Table(name = \"product\") class Product { @Id Long id; String title; }\n"
            + "enum Level");
    story.next(
        "turn relation around",
        Answers.none().dropped("purchase.customer_id"),
        "  @ManyToOne Customer customer;\n",
        "",
        "@Embedded Address address;",
        "@Embedded Address address; @OneToMany Set<Purchase> purchases;");
    story.next(
        "add books",
        Answers.none().filled("product.dtype", "Product"),
        "enum Level",
        "@Entity class Book extends Product { Integer pages; }\nenum Level");
    story.next(
        "split phones",
        "@Embedded Address address;",
        "@Embedded Address address; @ElementCollection Set<String> phones;");
    story.next("change type of age", "int age;", "long age;");
    story.next("drop total", Answers.none().dropped("purchase.total"), "BigDecimal total; ", "");
    story.next(
        LAST,
        Answers.none()
            .renamed("purchase", "sale")
            .renamed("purchase_product", "sale_product")
            .renamed("sale_product.purchase_id", "sale_id")
            .renamed("customer_purchase", "customer_sale")
            .renamed("customer_sale.purchases_id", "sales_id"),
        "@Table(name = \"purchase\") class Purchase",
        "@Table(name = \"sale\") class Sale",
        "Set<Purchase> purchases",
        "Set<Sale> sales");
    return story.changes;
  }

  private static final List<Change> CHANGES = changes();

  static Stream<Engine> engines() {
    return Engines.all();
  }

  /** Compiled once for all engines. */
  private static final Map<String, List<Class<?>>> COMPILED = new LinkedHashMap<>();

  @BeforeAll
  static void compile(@TempDir Path folder) throws IOException {
    for (Change change : CHANGES) {
      Path place = Files.createDirectory(folder.resolve(change.message()));
      COMPILED.put(change.message(), change.classes().compiled(place));
    }
  }

  private static Map<String, Object> settings(Engine engine) {
    Map<String, Object> settings = new HashMap<>(engine.settings());
    settings.put(
        "hibernate.physical_naming_strategy",
        "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl");
    return settings;
  }

  private static List<Class<?>> classes(Change change) {
    return COMPILED.getOrDefault(change.message(), List.of());
  }

  private static Generator generator(List<Revision> revisions, Engine engine, Change change) {
    return Generator.of(RevisionGraph.of(revisions))
        .model(
            HibernateModel.of(classes(change)).settings(settings(engine)).version(engine.version()))
        .packageName("shop.revision")
        .clock(CLOCK);
  }

  @ParameterizedTest
  @MethodSource("engines")
  void fifteenChanges(Engine engine, @TempDir Path folder) throws Exception {
    DataSource database = engine.emptyDatabase();
    List<Revision> revisions = new ArrayList<>();
    List<GeneratedRevision> generated = new ArrayList<>();
    assertThat(CHANGES).hasSize(1 + 15);
    for (Change change : CHANGES) {
      Generator generator = generator(revisions, engine, change).dialect(Engine.dialect(database));
      GeneratedRevision revision =
          generator.answers(change.answers()).generate(change.message()).orElseThrow();
      generated.add(revision);
      revisions.add(revision.revision());
      Migrator.on(database).revisions(revisions).build().upgrade();
      requireAgreement(engine, database, revisions, change);
      insertRows(database, change.message());
    }
    assertThat(
            query(
                database,
                "SELECT c.full_name, c.email, p.dtype FROM customer c, product p, sale s,"
                    + " sale_product sp WHERE sp.sale_id = s.id AND sp.products_id = p.id"))
        .isEqualTo("Ann none Product");
    requireSameWhenCompiled(generated, folder);
  }

  @Test
  void whatTheClassesDoNotTellIsAsked() {
    List<Revision> revisions = new ArrayList<>();
    for (Change change : CHANGES) {
      Generator generator = generator(revisions, Engines.H2, change).dialect(Dialects.H2);
      if (change.message().equals("rename name")) {
        assertThatThrownBy(() -> generator.generate(change.message()))
            .isInstanceOf(QuestionException.class)
            .hasMessageContaining(
                "is the column customer.name renamed to full_name, or dropped?\n"
                    + "               --rename customer.name=full_name\n"
                    + "               --drop customer.name");
      } else if (change.message().equals(LAST)) {
        assertThatThrownBy(() -> generator.generate(change.message()))
            .isInstanceOf(QuestionException.class)
            .hasMessageContaining("is the table purchase, which the model does not mention,")
            .hasMessageContaining("--rename purchase=sale")
            .hasMessageContaining("--keep purchase");
      }
      revisions.add(
          generator.answers(change.answers()).generate(change.message()).orElseThrow().revision());
    }
  }

  private static void requireAgreement(
      Engine engine, DataSource database, List<Revision> revisions, Change change) {
    assertThat(
            generator(revisions, engine, change)
                .dialect(Engine.dialect(database))
                .generate("nothing"))
        .as(change.message())
        .isEmpty();
    if (engine == Engines.H2 || change.message().equals(LAST)) {
      DataSource created = engine.emptyDatabase();
      HibernateTool hibernate = new HibernateTool(classes(change), settings(engine));
      hibernate.create(created);
      MigratedModel.requireContent(hibernate, database, created);
    }
  }

  private static void insertRows(DataSource database, String after) throws SQLException {
    if (after.equals("create tables")) {
      execute(database, "INSERT INTO customer (id, name, age, level) VALUES (1, 'Ann', 30, 'LOW')");
      execute(database, "INSERT INTO purchase (id, customer_id, total) VALUES (7, 1, 10.50)");
    } else if (after.equals("add products")) {
      execute(database, "INSERT INTO product (id, title) VALUES (3, 'Pen')");
      execute(database, "INSERT INTO purchase_product (purchase_id, products_id) VALUES (7, 3)");
    }
  }

  private static void requireSameWhenCompiled(List<GeneratedRevision> generated, Path folder)
      throws ReflectiveOperationException {
    Map<String, String> sources =
        generated.stream()
            .map(GeneratedRevision::file)
            .collect(Collectors.toMap(RevisionSource::fileName, RevisionSource::text));
    assertThat(sources).hasSize(generated.size());
    ClassLoader loader = CompiledClasses.in(folder, sources);
    for (GeneratedRevision one : generated) {
      Revision compiled =
          (Revision)
              loader.loadClass("shop.revision." + one.className()).getConstructor().newInstance();
      assertThat(compiled.lineage()).isEqualTo(one.lineage());
      assertThat(Recording.of(compiled).upgrade())
          .as(one.source())
          .isEqualTo(Recording.of(one.revision()).upgrade())
          .isEqualTo(one.operations());
    }
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
