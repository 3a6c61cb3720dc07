package dev.migrate.spring;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.report.ConflictException;
import dev.migrate.report.ValidationException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import shop.revision.CreateProducts;
import shop.revision.NameProducts;

/** An application with JDBC only, started as a main method starts it. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {

  private static final String CHECK = "migrate.on-start=check";

  private final Database database = Database.create();

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  private ConfigurableApplicationContext start(Class<?> more, String... properties) {
    return new SpringApplicationBuilder(Small.class, more)
        .properties(database.property())
        .run(Stream.of(properties).map(each -> "--" + each).toArray(String[]::new));
  }

  private ConfigurableApplicationContext start(String... properties) {
    return start(Small.class, properties);
  }

  @Test
  void aStartWithNothingToDoIsOneStatement() {
    start().close();

    try (var context = start(CountedStatements.class)) {
      assertThat(context.getBean(CountedStatements.class).ofTheMigrator())
          .singleElement()
          .asString()
          .contains("migrate_history");
    }
  }

  @Test
  void checkWritesNothingAndRefusesPendingRevisions(CapturedOutput output) throws SQLException {
    assertThatThrownBy(() -> start(CHECK)).hasRootCauseInstanceOf(ValidationException.class);

    assertThat(database.tables()).isEmpty();
    assertThat(output)
        .contains(
            "APPLICATION FAILED TO START",
            "the database is not as the revisions of this application need it\n"
                + "  pending    create_products (CreateProducts), name_products (NameProducts)\n"
                + "  left       nothing was changed\n",
            "Action:\n\ncall upgrade() where migrating is allowed")
        .doesNotContain("\tat ");
  }

  @Test
  void checkStartsWhereEverythingIsApplied() {
    start().close();

    start(CHECK).close();
  }

  @Test
  void checkRefusesAnEditedRevision() throws SQLException {
    start().close();
    database.execute(
        "UPDATE migrate_history SET operations = replace(operations, '100', '200'),"
            + " digest = 'edited' WHERE id = 'name_products'");

    assertThatThrownBy(() -> start(CHECK))
        .rootCause()
        .isInstanceOfSatisfying(
            ValidationException.class, refused -> assertThat(refused.edited()).hasSize(1));
  }

  @Test
  void noneTouchesNothing() throws SQLException {
    start("migrate.on-start=none").close();

    assertThat(database.tables()).isEmpty();
  }

  @Test
  void lazyInitializationDoesNotPutMigratingOff() throws SQLException {
    start("spring.main.lazy-initialization=true").close();

    assertThat(database.tables()).contains("product");
  }

  @Test
  void disabledHasNoMigrator() throws SQLException {
    try (var context = start("migrate.enabled=false")) {
      assertThat(context.getBeanProvider(Migrator.class).getIfAvailable()).isNull();
    }
  }

  @Test
  void aConflictIsPrintedAlone(CapturedOutput output) throws SQLException {
    assertThatThrownBy(() -> start(TwoNames.class)).hasRootCauseInstanceOf(ConflictException.class);

    assertThat(output)
        .contains(
            "APPLICATION FAILED TO START",
            "1 conflict between branches",
            "product.price",
            "Action:\n\nsolve each in one of the ways above, and call again")
        .doesNotContain("\tat ");
    assertThat(database.tables()).doesNotContain("product", "migrate_history");
  }

  @Configuration(proxyBeanMethods = false)
  static class TwoNames {

    @Bean
    Revision price() {
      return price("price", 1);
    }

    @Bean
    Revision otherPrice() {
      return price("other_price", 2);
    }

    private static Revision price(String id, int value) {
      return Revision.of(
          Lineage.of(id).after(CreateProducts.ID),
          op -> op.addColumn("product", column("price", integer()).defaultTo(value)));
    }
  }

  @Test
  void withoutRevisionsTheStartIsRefused(CapturedOutput output) {
    assertThatThrownBy(() -> start("migrate.revisions-beside="));

    assertThat(output)
        .contains(
            "the application has no revisions\n",
            "migrate.revisions-beside: not set",
            "set migrate.revisions-beside to a class in the package of the revisions")
        .doesNotContain("\tat ");
  }

  @Test
  void withoutRevisionsAndOnStartNoneItStarts() {
    start("migrate.revisions-beside=", "migrate.on-start=none").close();
  }

  @Test
  void aPropertyThatNamesNoClassIsRefused(CapturedOutput output) {
    assertThatThrownBy(() -> start("migrate.revisions-beside=shop.revision"));

    assertThat(output)
        .contains(
            "migrate.revisions-beside names a class that cannot be loaded: shop.revision",
            "give the full name of a class, not of a package")
        .doesNotContain("\tat ");
  }

  @Test
  void beansAreRevisionsToo() {
    try (var context = start(ClassAndValue.class)) {
      assertThat(context.getBean(RevisionGraph.class).order().stream().map(Object::toString))
          .containsExactly("create_products", "name_products", "weigh_products");
    }
  }

  /** One is beside the class of the property as well, one is a value. */
  @Configuration(proxyBeanMethods = false)
  static class ClassAndValue {

    @Bean
    NameProducts nameProducts() {
      return new NameProducts();
    }

    @Bean
    Revision weight() {
      return Revision.of(
          Lineage.of("weigh_products").after(NameProducts.ID),
          op -> op.addColumn("product", column("weight", integer())));
    }
  }

  @Test
  void aListIsABeanOfRevisionsToo() {
    try (var context = start(Listed.class, "migrate.revisions-beside=")) {
      assertThat(context.getBean(Migrator.class).heads()).hasSize(1);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Listed {

    @Bean
    List<Revision> revisions() {
      return List.of(new CreateProducts(), new NameProducts());
    }
  }

  @Test
  void aGraphIsABeanToo() {
    try (var context = start(Graph.class, "migrate.revisions-beside=")) {
      assertThat(context.getBean(Migrator.class).history()).hasSize(2);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Graph {

    @Bean
    RevisionGraph revisions() {
      return RevisionGraph.of(new CreateProducts(), new NameProducts());
    }
  }

  @Test
  void propertiesCustomizersAndListenersReachTheMigrator() throws SQLException {
    try (var context =
        start(Customized.class, "migrate.history-table=applied", "migrate.lock-timeout=5s")) {
      assertThat(context.getBean(Customized.class).events).isNotEmpty();
    }
    assertThat(database.tables()).contains("applied").doesNotContain("migrate_history");

    assertThatThrownBy(
            () ->
                start(
                    Customized.class,
                    "migrate.undoes-unknown-sql=true",
                    "migrate.require-single-head=true",
                    "migrate.dialect=h2",
                    "migrate.lock-timeout=-1s"))
        .rootCause()
        .hasMessageContaining("the lock timeout is");
  }

  @Test
  void theTimesThatStatementsWaitReachTheMigrator() {
    assertThatThrownBy(() -> start(Customized.class, "migrate.statement-lock-timeout=0s"))
        .rootCause()
        .hasMessageContaining("the statement lock timeout is");
    assertThatThrownBy(() -> start(Customized.class, "migrate.statement-lock-limit=25h"))
        .rootCause()
        .hasMessageContaining("the statement lock limit is");
    assertThatThrownBy(
            () ->
                start(
                    Customized.class,
                    "migrate.limit-statement-locks=false",
                    "migrate.statement-lock-limit=1m"))
        .rootCause()
        .hasMessageContaining("statementLockLimit");
  }

  @Test
  void theLeaseReachesTheMigrator() {
    assertThatThrownBy(() -> start(Customized.class, "migrate.lease=2h"))
        .rootCause()
        .hasMessageContaining("a lease of 7200000 ms is too long");
    assertThatThrownBy(() -> start(Customized.class, "migrate.lease=30s"))
        .rootCause()
        .hasMessageContaining("a lease")
        .hasMessageContaining("H2");
    assertThatThrownBy(
            () -> start(Customized.class, "migrate.lease=30s", "migrate.without-lease=true"))
        .rootCause()
        .hasMessageContaining("lease(…) was already called");
    try (var context = start(Customized.class, "migrate.without-lease=true")) {
      assertThat(context.getBean(Customized.class).events).isNotEmpty();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Customized {

    private final List<Object> events = new ArrayList<>();

    @Bean
    MigratorCustomizer listener() {
      return builder -> builder.listener(events::add);
    }

    @Bean
    dev.migrate.report.MigrationListener counting() {
      return events::add;
    }
  }

  @Test
  void anUnknownDialectIsRefused(CapturedOutput output) {
    assertThatThrownBy(() -> start("migrate.dialect=oracle"));

    assertThat(output).contains("migrate.dialect names no dialect on the class path: oracle");
  }
}
