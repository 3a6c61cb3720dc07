package dev.migrate.spring;

import dev.migrate.engine.Migrator;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The health indicator in the types of Spring Boot 4. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnEnabledHealthIndicator("migrate")
class HealthOn4 {

  @Bean
  HealthIndicator migrateHealthIndicator(Map<String, Migrator> migrators) {
    return new AbstractHealthIndicator("the databases cannot be checked") {
      @Override
      protected void doHealthCheck(Health.Builder builder) {
        MigrateHealth health = MigrateHealth.of(migrators);
        (health.isReady() ? builder.up() : builder.outOfService()).withDetails(health.details());
      }
    };
  }
}
