package dev.migrate.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.Migrator;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import shop.Product;
import shop.Products;
import shop.Shop;
import shop.revision.NameProducts;

/** The sample application with entities, started as its main method starts it. */
@ExtendWith(OutputCaptureExtension.class)
class EntitiesTest {

  private static final String VALIDATE = "spring.jpa.hibernate.ddl-auto=validate";

  private final Database database = Database.create();

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  private ConfigurableApplicationContext start(String... properties) {
    return new SpringApplicationBuilder(Shop.class)
        .properties(database.property())
        .run(Stream.of(properties).map(each -> "--" + each).toArray(String[]::new));
  }

  @Test
  void migratesBeforeHibernateValidates(CapturedOutput output) {
    try (var context = start(VALIDATE)) {
      Products products = context.getBean(Products.class);

      assertThat(products.save(new Product("pencil")).id()).isNotNull();
      assertThat(context.getBean(Migrator.class).current())
          .singleElement()
          .satisfies(revision -> assertThat(revision.id()).isEqualTo(NameProducts.ID));
    }
    assertThat(output).doesNotContain("WARN");
  }

  @Test
  void hibernateLeavesTheTablesOfAnEmbeddedDatabaseAlone() throws SQLException {
    start().close();
    database.execute("INSERT INTO product (name) VALUES ('pencil')");

    try (var context = start()) {
      assertThat(context.getBean(Products.class).count()).isEqualTo(1);
      assertThat(context.getBean(EntityManagerFactory.class).getProperties())
          .doesNotContainEntry("hibernate.hbm2ddl.auto", "create-drop");
    }
  }

  @Test
  void hibernateThatChangesTheSchemaIsAWarning(CapturedOutput output) {
    start("spring.jpa.hibernate.ddl-auto=update").close();

    assertThat(output)
        .contains(
            "WARN",
            "Hibernate changes the schema too: spring.jpa.hibernate.ddl-auto=update",
            "set spring.jpa.hibernate.ddl-auto=validate");
  }

  @Test
  void flywayBesideUsIsAWarning(CapturedOutput output) throws SQLException {
    start(VALIDATE, "spring.flyway.enabled=true", "spring.flyway.locations=classpath:flyway")
        .close();

    assertThat(database.tables())
        .contains("product", "migrate_history", "flyway_schema_history", "by_flyway");
    assertThat(output)
        .contains(
            "Flyway migrates this application too",
            "remove the dependencies on Flyway and the properties spring.flyway.*, or set"
                + " spring.flyway.enabled=false");
  }
}
