package dev.migrate.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Recording;
import dev.migrate.Recording.Downgrade;
import dev.migrate.operation.Operation;
import dev.migrate.report.HistoryFormatException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonFuzzTest {

  private static final String PIECES = "{}[]:,\"\\ntfu0123456789eE.-+ \u0000\ud800\u00e9";
  private static final List<String> WORDS =
      List.of(
          "null", "true", "{}", "[]", "\"\"", "1", "-1.50", "1e9", "{\"date\":\"x\"}", "\\u0000");

  @Test
  void damagedTextIsReadOrRefusedAndNothingElse() {
    Random random = new Random(20260101);
    List<Operation> samples = RecordingSamples.all();
    for (int round = 0; round < 20_000; round++) {
      Operation sample = samples.get(random.nextInt(samples.size()));
      StringBuilder text =
          new StringBuilder(RecordingJson.write(new Recording(List.of(sample), Downgrade.DERIVED)));
      for (int i = random.nextInt(3); i >= 0; i--) {
        damage(text, random);
      }
      String json = text.toString();
      try {
        Recording read = RecordingJson.read(json, 1);
        String canonical = RecordingJson.write(read);
        assertThat(RecordingJson.write(RecordingJson.read(canonical, 1))).isEqualTo(canonical);
      } catch (HistoryFormatException refused) {
        assertThat(refused).as(json).hasMessageStartingWith("operations in the history");
      }
    }
  }

  private static void damage(StringBuilder text, Random random) {
    int at = random.nextInt(text.length());
    int to = Math.min(text.length(), at + 1 + random.nextInt(10));
    switch (random.nextInt(6)) {
      case 0 -> text.delete(at, to);
      case 1 -> text.insert(at, PIECES.charAt(random.nextInt(PIECES.length())));
      case 2 -> text.setCharAt(at, PIECES.charAt(random.nextInt(PIECES.length())));
      case 3 -> text.insert(random.nextInt(text.length()), text.substring(at, to));
      case 4 -> text.replace(at, to, WORDS.get(random.nextInt(WORDS.size())));
      default -> {
        int colon = text.indexOf(":", at) + 1;
        int comma = text.indexOf(",", colon);
        if (colon > 0 && comma > 0) {
          text.replace(colon, comma, WORDS.get(random.nextInt(WORDS.size())));
        }
      }
    }
    if (text.length() == 0) {
      text.append('{');
    }
  }
}
