package dev.migrate.commands;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.commands.terminal.Terminal;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.generate.Generator;
import dev.migrate.generate.QuestionException;
import dev.migrate.model.Model;
import dev.migrate.operation.Operation;
import dev.migrate.schema.DialectName;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The questions of a model, answered on a terminal. */
class ConsoleInterviewTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private List<String> operations(String typed) {
    return generator(terminal().answeredBy(new StringReader(typed)))
        .generate("change")
        .orElseThrow()
        .operations()
        .stream()
        .map(Operation::toString)
        .toList();
  }

  private Terminal terminal() {
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    return Terminal.of(stream, stream);
  }

  private static Generator generator(Terminal terminal) {
    Revision first =
        Revision.of(
            Lineage.of("001").root(),
            op ->
                op.createTable(
                    "account",
                    column("id", bigint()),
                    column("mail", varchar(320)),
                    primaryKey("id")));
    return Generator.of(RevisionGraph.of(first))
        .dialect(DialectName.H2)
        .model(
            Model.of(
                table(
                    "account",
                    column("id", bigint()),
                    column("email", varchar(320)),
                    column("country", varchar(2)).notNull(),
                    primaryKey("id"))))
        .interview(new ConsoleInterview(terminal));
  }

  @Test
  void answersAreNumbersAndValuesWithLineEndsOfAnySystem() {
    assertThat(operations("1\r\n1\r\nGB\r\n"))
        .contains("rename column account.mail to email")
        .anySatisfy(operation -> assertThat(operation).contains("'GB'"));
    assertThat(written())
        .contains(
            """
            Question 1 of 2: is the column account.mail renamed to email, or dropped?
              1  rename account.mail to email (--rename account.mail=email)
              2  drop account.mail and any data in it (--drop account.mail)
            Answer [1 to 2, or n for none]:\
            """)
        .contains("Value for account.country: ");
  }

  @Test
  void aWrongAnswerIsAskedAgain() {
    assertThat(operations("3\nyes\n\n0\n2\n1\nGB\n")).contains("drop column account.mail");
    assertThat(written()).contains("  type a number: 1 to 2, or n for none\n");
  }

  @Test
  void theEndOfTheInputTellsTheFlags() {
    assertThatThrownBy(() -> operations("1\n"))
        .isInstanceOf(UnansweredException.class)
        .hasMessageContaining("the input ended before the answer")
        .hasMessageContaining("--fill 'account.country=…'")
        .hasMessageNotContaining("--rename")
        .hasMessageContaining("nothing was written");
    assertThatThrownBy(() -> operations("a\nb\nc\nd\ne\nf\n1\n"))
        .isInstanceOf(UnansweredException.class)
        .hasMessageContaining("no answer was valid");
  }

  /** Also where there is one answer: then it is not forced on anybody. */
  @Test
  void aQuestionCanBeDeclined() {
    for (String no : List.of("n\n", "NO\r\n")) {
      assertThatThrownBy(() -> operations(no))
          .isInstanceOf(UnansweredException.class)
          .hasMessageContaining("the answer was no")
          .hasMessageContaining("nothing was written");
    }
  }

  @Test
  void withoutATerminalNothingIsAsked() {
    assertThatThrownBy(() -> generator(terminal()).generate("change"))
        .isInstanceOf(QuestionException.class);
    assertThat(written()).isEmpty();
  }

  private String written() {
    return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
