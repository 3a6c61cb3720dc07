package dev.migrate.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.engine.Migrator;
import dev.migrate.error.DefinitionException;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import shop.revision.CreateProducts;
import shop.revision.NameProducts;

/** Which database is migrated, and with whose rights. */
class DataSourcesTest {

  private static final Database ORDERS = Database.create();
  private static final Database CUSTOMERS = Database.create();

  @AfterEach
  void empty() throws SQLException {
    ORDERS.execute("DROP ALL OBJECTS");
    CUSTOMERS.execute("DROP ALL OBJECTS");
  }

  private static ConfigurableApplicationContext start(Class<?> more, String... properties) {
    return new SpringApplicationBuilder(Small.class, more)
        .run(Stream.of(properties).map(each -> "--" + each).toArray(String[]::new));
  }

  private static DataSource source(Database database) {
    return new DriverManagerDataSource(database.url(), "sa", "");
  }

  @Test
  void anAmbiguousDataSourceIsRefusedByName() throws SQLException {
    assertThatThrownBy(() -> start(Two.class))
        .rootCause()
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("it is ambiguous which of 2 data sources is to be migrated")
        .hasMessageContaining("orders, customers")
        .hasMessageContaining("@MigrateDataSource");
    assertThat(ORDERS.tables()).isEmpty();
    assertThat(CUSTOMERS.tables()).isEmpty();
  }

  @Configuration(proxyBeanMethods = false)
  static class Two {

    @Bean
    DataSource orders() {
      return source(ORDERS);
    }

    @Bean
    DataSource customers() {
      return source(CUSTOMERS);
    }
  }

  @Test
  void thePrimaryOneIsMigrated() throws SQLException {
    start(WithPrimary.class).close();

    assertThat(ORDERS.tables()).isEmpty();
    assertThat(CUSTOMERS.tables()).contains("product");
  }

  @Configuration(proxyBeanMethods = false)
  static class WithPrimary {

    @Bean
    DataSource orders() {
      return source(ORDERS);
    }

    @Bean
    @Primary
    DataSource customers() {
      return source(CUSTOMERS);
    }
  }

  @Test
  void theMarkedOneIsMigrated() throws SQLException {
    start(WithMark.class).close();

    assertThat(ORDERS.tables()).contains("product");
    assertThat(CUSTOMERS.tables()).isEmpty();
  }

  @Configuration(proxyBeanMethods = false)
  static class WithMark {

    @Bean
    @MigrateDataSource
    DataSource orders() {
      return source(ORDERS);
    }

    @Bean
    @Primary
    DataSource customers() {
      return source(CUSTOMERS);
    }
  }

  @Test
  void aMarkAndPropertiesContradict() {
    assertThatThrownBy(() -> start(WithMark.class, "migrate.datasource.url=" + CUSTOMERS.url()))
        .rootCause()
        .hasMessageContaining("marked with @MigrateDataSource, and migrate.datasource is set");
  }

  @Test
  void aUrlOfItsOwnIsMigrated() throws SQLException {
    start(
            Small.class,
            "spring.datasource.url=" + ORDERS.url(),
            "migrate.datasource.url=" + CUSTOMERS.url(),
            "migrate.datasource.username=sa")
        .close();

    assertThat(ORDERS.tables()).isEmpty();
    assertThat(CUSTOMERS.tables()).contains("product");
  }

  @Test
  void anotherUserMigratesTheSameDatabase() throws SQLException {
    ORDERS.execute("CREATE USER IF NOT EXISTS owner PASSWORD 'secret' ADMIN");
    ORDERS.execute("CREATE USER IF NOT EXISTS reader PASSWORD 'secret'");
    try (var context =
        start(
            Small.class,
            "spring.datasource.url=" + ORDERS.url(),
            "spring.datasource.username=reader",
            "spring.datasource.password=secret",
            "migrate.datasource.username=owner",
            "migrate.datasource.password=secret")) {
      DataSource application = context.getBean(DataSource.class);

      assertThat(ORDERS.tables()).contains("product");
      assertThat(
              context
                  .getBean(org.springframework.boot.jdbc.SchemaManagementProvider.class)
                  .getSchemaManagement(application))
          .isEqualTo(org.springframework.boot.jdbc.SchemaManagement.MANAGED);
    }
  }

  @Test
  void severalMigratorsMigrateSeveralDatabases() throws SQLException {
    start(TwoMigrators.class, "migrate.revisions-beside=").close();

    assertThat(ORDERS.tables()).contains("product");
    assertThat(CUSTOMERS.tables()).contains("product");
  }

  @Configuration(proxyBeanMethods = false)
  static class TwoMigrators extends Two {

    @Bean
    Migrator ordersMigrator() {
      return Migrator.on(source(ORDERS)).revisions(new CreateProducts()).build();
    }

    @Bean
    Migrator customersMigrator() {
      return Migrator.on(source(CUSTOMERS))
          .revisions(new CreateProducts(), new NameProducts())
          .build();
    }
  }
}
