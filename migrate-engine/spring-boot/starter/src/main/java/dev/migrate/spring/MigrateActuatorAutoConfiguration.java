package dev.migrate.spring;

import dev.migrate.engine.Migrator;
import java.util.Map;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The endpoint {@code migrate} and the health indicator of the same name. Indicators have another
 * type in each major version of Spring Boot; the class that fits is loaded.
 */
@AutoConfiguration(after = MigrateAutoConfiguration.class)
@ConditionalOnBean(Migrator.class)
@Import({MigrateActuatorAutoConfiguration.Endpoints.class, HealthOn3.class, HealthOn4.class})
public class MigrateActuatorAutoConfiguration {

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
  @ConditionalOnAvailableEndpoint(MigrateEndpoint.class)
  static class Endpoints {

    @Bean
    MigrateEndpoint migrateEndpoint(Map<String, Migrator> migrators) {
      return new MigrateEndpoint(migrators);
    }
  }
}
