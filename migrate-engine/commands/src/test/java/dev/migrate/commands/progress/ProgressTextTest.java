package dev.migrate.commands.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 ms",
    "999, 999 ms",
    "1000, 1 s",
    "59999, 59 s",
    "125000, 2 min 5 s",
    "7260000, 2 h 1 min"
  })
  void durations(long millis, String text) {
    assertThat(ProgressText.duration(Duration.ofMillis(millis))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"5, 1000, 5.0/s", "50, 1000, 50/s", "5, 20000, 4 s each", "3, 0, 3000/s"})
  void rates(int statements, long millis, String text) {
    assertThat(ProgressText.rate(statements, Duration.ofMillis(millis))).isEqualTo(text);
  }

  @Test
  void barsAndTextsFit() {
    assertThat(ProgressText.bar(0.5, 100)).isEqualTo("[##########----------]");
    assertThat(ProgressText.bar(1, 59)).isEqualTo("[##########]");
    assertThat(ProgressText.cut("😀😀😀", 2)).isEqualTo("😀…");
    assertThat(ProgressText.cut("ab", 2)).isEqualTo("ab");
  }
}
