package dev.migrate.spring;

import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.MigratorBuilder;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.report.MigrationListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.env.Environment;

/**
 * Migrates the database of an application while it starts. The guide of the starter has the
 * properties and the beans that change what happens.
 */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration"
    })
@ConditionalOnClass({DataSource.class, DatabaseInitializationDependencyConfigurer.class})
@ConditionalOnBooleanProperty(name = "migrate.enabled", matchIfMissing = true)
@Conditional(DataSourceOrMigrator.class)
@EnableConfigurationProperties(MigrateProperties.class)
@Import(DatabaseInitializationDependencyConfigurer.class)
@ImportRuntimeHints(MigrateRuntimeHints.class)
public class MigrateAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean({RevisionGraph.class, Migrator.class})
  RevisionGraph revisionGraph(
      ObjectProvider<Revision> revisions,
      ObjectProvider<List<Revision>> lists,
      MigrateProperties properties) {
    List<Revision> beans = revisions.orderedStream().toList();
    return FoundRevisions.graph(
        beans.isEmpty() ? lists.getIfAvailable(List::of) : beans, properties.revisionsBeside());
  }

  @Bean
  @ConditionalOnMissingBean(Migrator.class)
  MigratedDataSource migratedDataSource(
      @MigrateDataSource ObjectProvider<DataSource> marked,
      ObjectProvider<DataSource> usual,
      ListableBeanFactory beans,
      MigrateProperties properties) {
    return new MigratedDataSource(
        new DataSourceChoice(
                marked.orderedStream().toList(),
                usual.getIfUnique(),
                List.of(beans.getBeanNamesForType(DataSource.class)))
            .choose(properties.datasource()));
  }

  @Bean
  @ConditionalOnMissingBean
  Migrator migrator(
      MigratedDataSource source,
      RevisionGraph revisions,
      MigrateProperties properties,
      ObjectProvider<MigrationListener> listeners,
      ObjectProvider<MigratorCustomizer> customizers) {
    MigratorBuilder builder = Migrator.on(source.dataSource()).revisions(revisions);
    properties.applyTo(builder);
    listeners.orderedStream().forEach(builder::listener);
    customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
    return builder.build();
  }

  @Bean
  SchemaManagementProvider migrateSchemaManagement(ObjectProvider<MigratedDataSource> source) {
    return new MigrateSchemaManagement(source);
  }

  /** Otherwise nothing would be migrated until something reads the database. */
  @Bean
  static LazyInitializationExcludeFilter migrateInitializerIsNeverLazy() {
    return LazyInitializationExcludeFilter.forBeanTypes(MigrateInitializer.class);
  }

  @Bean
  MigrateInitializer migrateInitializer(
      Map<String, Migrator> migrators,
      ObjectProvider<MigratedDataSource> own,
      ObjectProvider<RevisionGraph> revisions,
      MigrateProperties properties,
      ObjectProvider<ApplicationArguments> arguments,
      ListableBeanFactory beans,
      Environment environment) {
    if (properties.onStart() != OnStart.NONE && own.getIfAvailable() != null) {
      FoundRevisions.requireAny(revisions.getObject(), properties.revisionsBeside());
    }
    List<String> warnings = new ArrayList<>(OtherTools.warnings(beans, environment));
    arguments.stream()
        .flatMap(each -> DbArguments.of(each.getSourceArgs()).stream())
        .map(DbArguments::ignored)
        .forEach(warnings::add);
    return new MigrateInitializer(migrators.values(), properties.onStart(), warnings);
  }
}
