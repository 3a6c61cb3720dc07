package dev.migrate.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Revision;
import dev.migrate.commands.DbCommand;
import jakarta.persistence.EntityManagerFactory;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;
import org.springframework.test.context.support.TestPropertySourceUtils;
import shop.revision.CreateProducts;

/** What a native image has to know of an application is found when it is built. */
class NativeTest {

  private static RuntimeHints hints() {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
        context,
        "spring.datasource.url=jdbc:h2:mem:native",
        "management.endpoints.web.exposure.include=migrate");
    context.register(Small.class, Beans.class);
    InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
    DefaultGenerationContext generation =
        new DefaultGenerationContext(new ClassNameGenerator(ClassName.get("shop", "Shop")), files);
    new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
    generation.writeGeneratedContent();
    return generation.getRuntimeHints();
  }

  @Configuration(proxyBeanMethods = false)
  static class Beans {

    @Bean
    Revision createProducts() {
      return new CreateProducts();
    }
  }

  @Test
  void whatIsLookedUpByNameIsHinted() {
    RuntimeHints hints = new RuntimeHints();
    new MigrateRuntimeHints().registerHints(hints, NativeTest.class.getClassLoader());

    assertThat(RuntimeHintsPredicates.reflection().onType(Flyway.class)).accepts(hints);
    assertThat(RuntimeHintsPredicates.reflection().onType(EntityManagerFactory.class))
        .accepts(hints);
    assertThat(RuntimeHintsPredicates.reflection().onType(DbCommand.class)).accepts(hints);
  }

  @Test
  void propertiesAndTheAnswerOfTheEndpointAreHinted() {
    RuntimeHints hints = hints();

    assertThat(RuntimeHintsPredicates.reflection().onType(MigrateProperties.class)).accepts(hints);
    assertThat(RuntimeHintsPredicates.reflection().onType(MigrateProperties.Connecting.class))
        .accepts(hints);
    assertThat(RuntimeHintsPredicates.reflection().onType(MigrateReport.class)).accepts(hints);
    assertThat(RuntimeHintsPredicates.reflection().onType(MigrateReport.Entry.class))
        .accepts(hints);
  }
}
