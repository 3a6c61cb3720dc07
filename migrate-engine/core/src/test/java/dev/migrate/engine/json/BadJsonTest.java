package dev.migrate.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.report.HistoryFormatException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadJsonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"upgrade":[{"grantRole":{"to":"x"}}]}                  | the kind "grantRole" of operation    | /upgrade/0/grantRole
          {"upgrade":[{"dropTable":{"table":"t","cascade":true}}]}| the field "cascade" of dropTable     | /upgrade/0/dropTable/cascade
          {"upgrade":[],"author":"me"}                            | the field "author" of recording      | /author
          {"upgrade":[{"dropTable":{"table":"t"},"online":true}]} | the field "online" beside the kind dropTable | /upgrade/0/online
          {"upgrade":[{"addColumn":{"table":"t","column":{"name":"c","type":"int128"}}}]} | the word "int128" of simpleType | /upgrade/0/addColumn/column/type
          {"upgrade":[{"addColumn":{"table":"t","column":{"name":"c","type":{"vectorType":{"length":3}}}}}]} | the kind "vectorType" of dataType | /upgrade/0/addColumn/column/type/vectorType
          {"upgrade":[{"insertRows":{"table":"t","columns":["c"],"rows":[[{"duration":"P1D"}]]}}]} | the kind "duration" of defaultValue | /upgrade/0/insertRows/rows/0/0/duration
          {"upgrade":[{"runCode":{"label":"x","body":true}}]}     | the field "body" of runCode          | /upgrade/0/runCode/body
          {"upgrade":[{"dev.migrate.operation.DropTable":{}}]}    | the kind "dev.migrate.operation.DropTable" of operation | /upgrade/0/dev.migrate.operation.DropTable
          {"upgrade":[{"@class":"java.lang.Runtime"}]}            | the kind "@class" of operation       | /upgrade/0/@class
          """)
  void whatIsUnknownIsNamed(String json, String problem, String place) {
    HistoryFormatException refused = refused(json, 1);

    assertThat(refused.problem()).isEqualTo(problem + " is unknown to this version");
    assertThat(refused.place()).isEqualTo(place);
    assertThat(refused.isNewer()).isTrue();
    assertThat(refused).hasMessageContaining(problem).hasMessageContaining(place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"upgrade":[{"dropTable":{}}]}                          | the field table of dropTable is missing
          {"upgrade":[{}]}                                        | the kind of operation is missing
          {"upgrade":[{"dropTable":{"table":"t","table":"t"}}]}   | the field table stands twice
          {"upgrade":[{"dropTable":{"table":1}}]}                 | there is a number instead of text
          {"upgrade":[{"dropTable":{"table":null}}]}              | there is null instead of text
          {"upgrade":[{"dropTable":"t"}]}                         | there is text instead of an object
          {"upgrade":["dropTable"]}                               | there is text instead of an object
          {"upgrade":{"dropTable":{"table":"t"}}}                 | there is an object instead of an array
          {"upgrade":[[]]}                                        | there is an array instead of an object
          {"upgrade":null}                                        | there is null instead of an array
          {"downgrade":{"undoesUpgrade":1}}                       | there is a number instead of true or false
          {"upgrade":[{"createSequence":{"sequence":{"name":"s","start":1.0}}}]} | 1.0 is not a whole number, or too great
          {"upgrade":[{"createSequence":{"sequence":{"name":"s","start":9223372036854775808}}}]} | 9223372036854775808 is not a whole number, or too great
          {"upgrade":[{"runCode":{"label":"x","version":2147483648}}]} | 2147483648 is too great
          {"upgrade":[{"insertRows":{"table":"t","columns":["c"],"rows":[[1e999999999]]}}]} | the number 1e999999999 has an exponent
          {"upgrade":[{"insertRows":{"table":"t","columns":["c"],"rows":[[{"date":"soon"}]]}}]} | "soon" is not a literal of kind DATE
          {"upgrade":[{"insertRows":{"table":"t","columns":["c"],"rows":[[1,2]]}}]} | does not have a value for each
          {"upgrade":[{"dropTable":{"table":""}}]}                | is empty
          {"upgrade":[{"dropTable":{"table":"a.b.c"}}]}           | has 3 parts
          {"upgrade":[{"forDialect":{"dialect":"NO SUCH"}}]}      | is not a valid dialect name
          {"upgrade":[{"executeSql":{"sql":"x","only":["h2","h2"]}}]} | stands twice
          {"upgrade":[{"runCode":{"label":"x","undoBody":false}}]} | code that is not there is not written
          {}{}                                                    | the text goes on after its end
          {} x                                                    | Unrecognized token
          ``                                                      | there is no text
          []                                                      | there is an array instead of an object
          {"upgrade":[                                            | Unexpected end-of-input
          {'upgrade':[]}                                          | Unexpected character
          {"upgrade":[],}                                         | Unexpected character
          {"upgrade":[{"dropTable":{"table":NaN}}]}               | NaN
          // no comments                                          | Unexpected character
          """)
  void whatIsDamagedIsNamed(String json, String problem) {
    HistoryFormatException refused = refused(json, 1);

    assertThat(refused.problem()).contains(problem);
    assertThat(refused.isNewer()).isFalse();
  }

  @Test
  void higherFormatIsRefusedBeforeTheTextIsLookedAt() {
    HistoryFormatException refused = refused("not even JSON", 2);

    assertThat(refused)
        .hasMessage(
            """
            operations in the history cannot be read
              problem    the format 2 is unknown to this version, which reads up to 1
              place      the whole text
              left       nothing was changed
              next       use the version of the library that applied the revision, or a newer one\
            """);
    assertThat(refused("{}", 0).problem()).isEqualTo("there is no format 0");
  }

  @Test
  void absurdDepthIsRefused() {
    for (String open :
        List.of(
            "[",
            "{\"upgrade\":",
            "{\"upgrade\":[{\"forDialect\":{\"dialect\":\"h2\",\"operations\":[")) {
      assertThat(refused(open.repeat(100_000), 1)).isNotNull();
    }
    String nested = "{\"forDialect\":{\"dialect\":\"h2\",\"operations\":[";
    assertThat(refused("{\"upgrade\":[" + nested.repeat(10_000), 1).problem()).contains("depth");
  }

  @Test
  void absurdNumberIsRefused() {
    String json =
        "{\"upgrade\":[{\"insertRows\":{\"table\":\"t\",\"columns\":[\"c\"],\"rows\":[["
            + "1".repeat(1_000_000)
            + "]]}}]}";
    assertThat(refused(json, 1).getMessage())
        .contains("exceeds the maximum")
        .hasSizeLessThan(3_000);
  }

  private static HistoryFormatException refused(String json, int format) {
    HistoryFormatException refused =
        catchThrowableOfType(HistoryFormatException.class, () -> RecordingJson.read(json, format));
    assertThat(refused)
        .as("refusal of " + json.substring(0, Math.min(99, json.length())))
        .isNotNull();
    return refused;
  }
}
