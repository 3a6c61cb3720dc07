package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SingleSpacesTest {

  @Test
  void layoutDoesNotCount() {
    assertThat(SingleSpaces.in(" a\n  =\t1 ; ")).isEqualTo("a = 1");
  }

  @Test
  void whatIsQuotedStays() {
    assertThat(SingleSpaces.in("a  = 'x  y''  $1' AND \"b  c\"  = `d  e`"))
        .isEqualTo("a = 'x  y''  $1' AND \"b  c\" = `d  e`");
  }
}
