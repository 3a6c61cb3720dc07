package dev.migrate.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DbArgumentsTest {

  @Test
  void propertiesStandBeforeTheWordAndTheCommandAfterIt() {
    assertThat(DbArguments.of("--spring.profiles.active=test", "db", "upgrade", "--sql"))
        .contains(
            new DbArguments(List.of("--spring.profiles.active=test"), List.of("upgrade", "--sql")));
    assertThat(DbArguments.of("db")).contains(new DbArguments(List.of(), List.of()));
  }

  @Test
  void otherArgumentsAreThoseOfTheApplication() {
    assertThat(DbArguments.of()).isEmpty();
    assertThat(DbArguments.of("import", "db")).isEmpty();
    assertThat(DbArguments.of("--db", "--name=db")).isEmpty();
    assertThat(DbArguments.of("DB", "upgrade")).isEmpty();
  }

  @Test
  void anIgnoredCommandIsNamedWithTheModuleThatIsMissing() {
    assertThat(DbArguments.of("db", "upgrade").orElseThrow().ignored())
        .contains("the argument db was ignored", "upgrade", "dev.migrate:migrate-commands");
  }
}
