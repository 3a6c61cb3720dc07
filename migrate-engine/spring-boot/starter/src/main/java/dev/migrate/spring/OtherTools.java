package dev.migrate.spring;

import dev.migrate.error.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/** What else changes the schema when the application starts, in words for a warning. */
final class OtherTools {

  /**
   * A tool that migrates.
   *
   * @param type the class of its beans
   * @param name its name
   * @param properties what its properties begin with
   */
  private record Tool(String type, String name, String properties) {

    private String warning() {
      return Facts.of(name + " migrates this application too")
          .next(
              "remove the dependencies on "
                  + name
                  + " and the properties "
                  + properties
                  + ".*, or set "
                  + properties
                  + ".enabled=false")
          .toString();
    }
  }

  private static final List<Tool> TOOLS =
      List.of(
          new Tool("org.flywaydb.core.Flyway", "Flyway", "spring.flyway"),
          new Tool(
              "liquibase.integration.spring.SpringLiquibase", "Liquibase", "spring.liquibase"));

  private static final String ENTITIES = "jakarta.persistence.EntityManagerFactory";

  private static final List<String> DDL =
      List.of(
          "spring.jpa.hibernate.ddl-auto",
          "spring.jpa.properties.hibernate.hbm2ddl.auto",
          "spring.jpa.properties.jakarta.persistence.schema-generation.database.action");

  private static final Set<String> HARMLESS = Set.of("", "none", "validate");

  private OtherTools() {}

  /** The classes whose beans are looked for. */
  static Stream<String> types() {
    return Stream.concat(TOOLS.stream().map(Tool::type), Stream.of(ENTITIES));
  }

  static List<String> warnings(ListableBeanFactory beans, Environment environment) {
    List<String> warnings = new ArrayList<>();
    TOOLS.stream()
        .filter(tool -> isActive(tool.type(), beans))
        .map(Tool::warning)
        .forEach(warnings::add);
    if (isActive(ENTITIES, beans)) {
      for (String property : DDL) {
        String value = environment.getProperty(property, "");
        if (!HARMLESS.contains(value)) {
          warnings.add(
              Facts.of("Hibernate changes the schema too: " + property + "=" + value)
                  .next("remove the property, or set spring.jpa.hibernate.ddl-auto=validate")
                  .toString());
        }
      }
    }
    return List.copyOf(warnings);
  }

  private static boolean isActive(String type, ListableBeanFactory beans) {
    ClassLoader loader = OtherTools.class.getClassLoader();
    return ClassUtils.isPresent(type, loader)
        && beans.getBeanNamesForType(ClassUtils.resolveClassName(type, loader), true, false).length
            > 0;
  }
}
