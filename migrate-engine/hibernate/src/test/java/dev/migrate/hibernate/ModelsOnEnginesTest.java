package dev.migrate.hibernate;

import dev.migrate.hibernate.sample.Samples;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Entity classes become a revision that runs; Hibernate is content with the database, which equals
 * the one that it creates itself; then model and revisions do not differ; the order of the classes
 * does not matter.
 */
class ModelsOnEnginesTest {

  static Stream<Engine> engines() {
    return Engines.all();
  }

  /** Names in snake case are alike everywhere. */
  static Stream<Engine> twoEngines() {
    return Engines.all().limit(2);
  }

  static Stream<Arguments> foreignModels() {
    return Engines.all()
        .flatMap(
            engine -> Stream.of(ForeignModels.values()).map(model -> Arguments.of(engine, model)));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void everythingThatMappingsCanSay(Engine engine) {
    new MigratedModel(engine, Samples.all(), engine.settings()).verify();
  }

  @ParameterizedTest
  @MethodSource("foreignModels")
  void modelsByOtherHands(Engine engine, ForeignModels model) {
    new MigratedModel(engine, model.classes(), engine.settings()).verify();
  }

  @ParameterizedTest
  @MethodSource("twoEngines")
  void snakeCase(Engine engine) {
    Map<String, Object> settings = new java.util.HashMap<>(engine.settings());
    settings.put(
        "hibernate.physical_naming_strategy",
        "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl");
    settings.put("hibernate.auto_quote_keyword", "true");
    new MigratedModel(engine, Samples.all(), settings).verify();
  }
}
