package dev.migrate.engine.connect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords in URLs are not printed, in whichever form the URL has them. */
class SecretsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://bob:hunter2@db/x",
        "jdbc:postgresql://bob:hun/hunter2@db/x",
        "jdbc:postgresql://bob:p@hunter2@db:5432/x",
        "jdbc:postgresql://db/x?user=bob&password=hunter2",
        "jdbc:postgresql://db/x?password=a,hunter2",
        "jdbc:postgresql://db/x?sslpassword=hunter2",
        "jdbc:mysql://db/x?trustCertificateKeyStorePassword=hunter2&a=b",
        "jdbc:h2:./x;USER=sa;PASSWORD=a'hunter2",
        "jdbc:oracle:thin:scott/hunter2@//db:1521/x"
      })
  void thePasswordOfAUrlIsHidden(String url) {
    String text = "No suitable driver found for " + url + " at all";

    assertThat(Secrets.hiddenInUrls(text)).doesNotContain("hunter2").contains("…", " at all");
    assertThat(Secrets.hidden(text)).doesNotContain("hunter2").contains("…", " at all");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mysql://address=(host=db)(user=bob)(password=hunter2)/x",
        "{user=bob, password=hunter2}"
      })
  void aPropertyIsHidden(String text) {
    assertThat(Secrets.hidden(text)).doesNotContain("hunter2").contains("bob");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db:5432/x?user=bob@example.org",
        "jdbc:h2:./app",
        "UPDATE account SET password = 'none' WHERE mail = 'a@b'",
        "billing@head, 20261201_a@-1"
      })
  void whatIsNoSecretStays(String text) {
    assertThat(Secrets.hiddenInUrls(text)).isEqualTo(text);
  }
}
