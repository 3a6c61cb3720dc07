package dev.migrate.spring;

import dev.migrate.engine.Migrator;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Whether there is a database to migrate. */
final class DataSourceOrMigrator extends AnyNestedCondition {

  DataSourceOrMigrator() {
    super(ConfigurationPhase.REGISTER_BEAN);
  }

  @ConditionalOnBean(DataSource.class)
  static final class HasDataSource {}

  @ConditionalOnBean(Migrator.class)
  static final class HasMigrator {}

  @ConditionalOnProperty("migrate.datasource.url")
  static final class HasUrl {}
}
