package dev.migrate.commands.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** JSON texts: keys in their order, and ASCII alone. */
class JsonObjectTest {

  @Test
  void keysComeInTheOrderInWhichTheyWereAdded() {
    JsonObject object =
        JsonObject.EMPTY
            .with("z", 1)
            .with("a", true)
            .with("none", Optional.empty())
            .with("list", List.of("x", JsonObject.EMPTY.with("k", "v")))
            .with("empty", List.of());

    assertThat(object)
        .hasToString(
            """
            {
              "z": 1,
              "a": true,
              "none": null,
              "list": [
                "x",
                {
                  "k": "v"
                }
              ],
              "empty": []
            }\
            """);
  }

  @Test
  void whatIsNotAsciiIsEscaped() {
    assertThat(JsonObject.EMPTY.with("k", "é\"\n\u2028\u0000\ud83d").toString())
        .isEqualTo("{\n  \"k\": \"\\u00E9\\\"\\n\\u2028\\u0000\\uD83D\"\n}");
  }

  @Test
  void aKeyStandsOnce() {
    assertThatThrownBy(() -> JsonObject.EMPTY.with("a", 1).with("a", 2))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
