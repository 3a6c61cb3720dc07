package dev.migrate.schema;

import static dev.migrate.Ddl.asc;
import static dev.migrate.Ddl.check;
import static dev.migrate.Ddl.expression;
import static dev.migrate.Ddl.foreignKey;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.unique;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Generated names are stored in databases: a change of one of these values breaks every user. */
class GeneratedNamesTest {

  private static final QualifiedName ACCOUNT = QualifiedName.of("billing.account");

  @Test
  void namesTellKindTableAndColumns() {
    assertThat(primaryKey("id").generatedName(ACCOUNT)).isEqualTo("pk_account");
    assertThat(unique("team", "login").generatedName(ACCOUNT)).isEqualTo("uq_account_team_login");
    assertThat(foreignKey("team_id").references("team").generatedName(ACCOUNT))
        .isEqualTo("fk_account_team_id");
    assertThat(index("email").namedIn(ACCOUNT).requiredName()).isEqualTo("ix_account_email");
  }

  @Test
  void checksAndExpressionsAreToldApartByAHashOfTheirText() {
    assertThat(check("price > 0").generatedName(ACCOUNT)).isEqualTo("ck_account_feadd370");
    assertThat(index(expression("lower(email)")).namedIn(ACCOUNT).requiredName())
        .isEqualTo("ix_account_72852951");
    assertThat(index(asc("team"), asc(expression("lower(email)"))).namedIn(ACCOUNT).requiredName())
        .isEqualTo("ix_account_team_72852951");
  }

  @Test
  void aNameOf63BytesStaysAndALongerOneEndsInAHash() {
    String column = "c".repeat(52);
    assertThat(unique(column).generatedName(ACCOUNT)).isEqualTo("uq_account_" + column).hasSize(63);
    assertThat(unique(column + "c").generatedName(ACCOUNT))
        .isEqualTo("uq_account_" + "c".repeat(43) + "_e19858d1")
        .hasSize(63);
  }

  @Test
  void longNamesThatDifferAtTheEndStayDifferent() {
    String column = "c".repeat(80);
    assertThat(unique(column + "1").generatedName(ACCOUNT))
        .isNotEqualTo(unique(column + "2").generatedName(ACCOUNT));
  }

  @Test
  void lengthIsCountedInBytesAndNoCharacterIsCutInHalf() {
    for (int length = 1; length < 60; length++) {
      for (String letter : new String[] {"\u00e9", "\u20ac", "\ud83d\ude00"}) {
        String name = unique("x".repeat(length) + letter.repeat(40)).generatedName(ACCOUNT);
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        assertThat(bytes.length).isBetween(60, 63);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(name).doesNotContain("?");
      }
    }
  }

  @Test
  void aGivenNameIsKeptAsItIs() {
    assertThat(unique("login").named("my_key").namedIn(ACCOUNT).requiredName()).isEqualTo("my_key");
    assertThat(index("login").named("My Index").namedIn(ACCOUNT).requiredName())
        .isEqualTo("My Index");
  }
}
