package dev.migrate.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.dialect.DatabaseProduct;
import dev.migrate.dialect.Dialect;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.schema.DialectName;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which server a driver means. */
class MysqlServerTest {

  private final MysqlDialectProvider provider = new MysqlDialectProvider();

  private Dialect dialect(String name, String version) {
    return provider.dialectFor(new DatabaseProduct(name, version, 5, 5)).orElseThrow();
  }

  @Test
  void mariadbIsKnownWhateverItIsCalled() {
    for (Dialect dialect :
        new Dialect[] {
          dialect("MariaDB", "11.4.5-MariaDB"),
          dialect("MySQL", "11.4.5-MariaDB-ubu2404"),
          dialect("MySQL", "5.5.5-11.4.5-MariaDB-log"),
          dialect("mariadb", "11.4.5")
        }) {
      assertThat(dialect).hasToString("MariaDB 11.4");
      assertThat(dialect.names()).containsExactly(DialectName.MARIADB, DialectName.MYSQL);
    }
  }

  @Test
  void mysqlIsKnown() {
    assertThat(dialect("MySQL", "8.0.36-0ubuntu0.22.04.1")).hasToString("MySQL 8.0");
    assertThat(dialect("MySQL", "8.4.3").names()).containsExactly(DialectName.MYSQL);
  }

  @Test
  void othersAreNot() {
    assertThat(provider.dialectFor(new DatabaseProduct("H2", "2.5.252", 2, 5))).isEmpty();
    assertThat(provider.dialectFor(new DatabaseProduct("PostgreSQL", "17", 17, 0))).isEmpty();
  }

  @Test
  void versionsWithoutAtomicChangesAreRefusedAndTheFirstThatHasThemIsNamed() {
    assertThatThrownBy(() -> dialect("MySQL", "5.7.44"))
        .isInstanceOf(UnsupportedByDialectException.class)
        .hasMessageContaining("MySQL 5.7")
        .hasMessageContaining("MySQL 8.0 or MariaDB 10.6");
    assertThatThrownBy(() -> dialect("MariaDB", "5.5.5-10.5.20-MariaDB"))
        .isInstanceOf(UnsupportedByDialectException.class)
        .hasMessageContaining("MariaDB 10.5");
  }

  @Test
  void scriptsAreMadeForTheNewestVersion() {
    assertThat(provider.dialect(DialectName.MARIADB).names()).contains(DialectName.MARIADB);
    assertThat(provider.dialect(DialectName.MYSQL).names()).containsExactly(DialectName.MYSQL);
  }

  @Test
  void versionsAreCompared() {
    MysqlServer server = new MysqlServer(false, 8, 0, 16);
    assertThat(server.isFrom(8, 0, 16)).isTrue();
    assertThat(server.isFrom(8, 0, 17)).isFalse();
    assertThat(server.isFrom(5, 7, 44)).isTrue();
    assertThat(server.isFrom(8, 1, 0)).isFalse();
    assertThat(server.isMariadbFrom(8, 0, 0)).isFalse();
    assertThat(Optional.of(server).map(MysqlServer::isSupported)).contains(true);
  }
}
