package dev.migrate.spring;

import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Chooses the data source: the one that is marked, else the one of the properties, else the
 * application's only or primary one. Refuses to choose where that is ambiguous.
 *
 * @param marked the beans with {@link MigrateDataSource}
 * @param usual the application's only or primary data source, if there is one
 * @param names the names of all data sources
 */
record DataSourceChoice(List<DataSource> marked, @Nullable DataSource usual, List<String> names) {

  private static final String LEFT = "no database was touched";

  DataSourceChoice {
    marked = List.copyOf(marked);
    names = List.copyOf(names);
  }

  DataSource choose(MigrateProperties.Connecting properties) {
    if (marked.size() > 1) {
      throw refused(
          marked.size() + " data sources are marked with @MigrateDataSource",
          "mark one; for several databases declare a Migrator bean for each");
    }
    if (!marked.isEmpty() && !properties.isEmpty()) {
      throw refused(
          "a data source is marked with @MigrateDataSource, and migrate.datasource is set",
          "remove the mark or the properties migrate.datasource.*");
    }
    return marked.isEmpty() ? unmarked(properties) : marked.get(0);
  }

  private DataSource unmarked(MigrateProperties.Connecting properties) {
    if (properties.url() != null) {
      return built(DataSourceBuilder.create(), properties);
    }
    if (usual == null) {
      throw refused(
          "it is ambiguous which of " + names.size() + " data sources is to be migrated",
          "mark one with @MigrateDataSource or @Primary; to migrate several, declare a Migrator"
              + " bean for each");
    }
    return properties.isEmpty() ? usual : derived(usual, properties);
  }

  private DataSource derived(DataSource from, MigrateProperties.Connecting properties) {
    try {
      return built(DataSourceBuilder.derivedFrom(from), properties);
    } catch (IllegalArgumentException | IllegalStateException failure) {
      throw refused(
          "migrate.datasource has no url, and the URL of "
              + from.getClass().getName()
              + " is not known",
          "set migrate.datasource.url");
    }
  }

  private static DataSource built(
      DataSourceBuilder<?> builder, MigrateProperties.Connecting properties) {
    DataSourceBuilder<?> simple = builder.type(SimpleDriverDataSource.class);
    if (properties.url() != null) {
      simple.url(properties.url());
    }
    if (properties.driverClassName() != null) {
      simple.driverClassName(properties.driverClassName());
    }
    if (properties.username() != null) {
      simple.username(properties.username());
    }
    if (properties.password() != null) {
      simple.password(properties.password());
    }
    return simple.build();
  }

  private DefinitionException refused(String problem, String next) {
    return new DefinitionException(
        Facts.of(problem).list("known", names).with("left", LEFT).next(next));
  }
}
