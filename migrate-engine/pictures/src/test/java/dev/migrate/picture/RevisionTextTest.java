package dev.migrate.picture;

import static dev.migrate.Ddl.*;
import static dev.migrate.picture.Graphs.infos;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.error.DefinitionException;
import dev.migrate.picture.text.DisplayWidth;
import dev.migrate.picture.text.TextPicture;
import dev.migrate.picture.text.TextSpan;
import dev.migrate.picture.text.TextSymbols;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the revision graph looks like as text. */
class RevisionTextTest {

  private static String text(String... revisions) {
    return RevisionPicture.of(infos(revisions), List.of()).text(80).toString();
  }

  @Test
  void aLineIsALine() {
    assertThat(text("a says create accounts", "b after a", "c after b pending"))
        .isEqualTo(
            """
            ○ c (pending) (head)
            ● b
            ● a create accounts\
            """);
  }

  @Test
  void branchesMeetAtTheirParentAndMergesLeadToBoth() {
    assertThat(text("a", "b after a label left", "c after a label right", "d after b c"))
        .isEqualTo(
            """
            ● d (head)
            ├─╮
            │ ● c [right]
            ● │ b [left]
            ├─╯
            ● a\
            """);
  }

  @Test
  void threeParentsAreThreeLines() {
    assertThat(text("a", "b after a", "c after a", "d after a", "m after b c d"))
        .isEqualTo(
            """
            ● m (head)
            ├─┬─╮
            │ │ ● d
            │ ● │ c
            │ ├─╯
            ● │ b
            ├─╯
            ● a\
            """);
  }

  @Test
  void aDependencyIsDashed() {
    assertThat(text("a", "b", "c after b dependsOn a", "d after a"))
        .isEqualTo(
            """
            ● d (head)
            │ ● c (head)
            │ ├┄╮
            │ ● ┊ b
            ├┄┄┄╯
            ● a\
            """);
  }

  @Test
  void aLineThatIsCrossedGoesOn() {
    assertThat(text("a", "b after a", "c after a", "x", "y after b x", "z after c y"))
        .isEqualTo(
            """
            ● z (head)
            ├─╮
            │ ● y
            │ ├─╮
            │ │ ● x
            ● │ c
            │ ● b
            ├─╯
            ● a\
            """);
  }

  @Test
  void whatIsNotConnectedDoesNotLookSo() {
    assertThat(text("a", "b", "c after b")).isEqualTo("● c (head)\n● b\n\n● a (head)");
  }

  @Test
  void whatIsUnusualIsSaid() {
    assertThat(text("a", "b after a missing", "c after b", "d after a unknown", "e after c up"))
        .isEqualTo(
            """
            ▲ e (going up) (head)
            │ ● d (head) (unknown to the code)
            ● │ c
            ○ │ b (pending) (missing: a descendant is applied)
            ├─╯
            ● a\
            """);
  }

  @Test
  void conflictsAreNamedBelowBoth() {
    RevisionGraph graph =
        RevisionGraph.of(
            Revision.of(
                Lineage.of("a").root(),
                op -> op.createTable("account", column("id", bigint()), primaryKey("id"))),
            Revision.of(
                Lineage.of("b").after("a"), op -> op.addColumn("account", column("x", date()))),
            Revision.of(
                Lineage.of("c").after("a"), op -> op.addColumn("account", column("x", bigint()))));
    RevisionPicture picture = RevisionPicture.of(graph, graph.conflicts());
    assertThat(picture.text(80))
        .hasToString(
            """
            ○ c (head)
            │   ! conflicts with b: column account.x
            │ ○ b (head)
            │ │   ! conflicts with c: column account.x
            ├─╯
            ○ a\
            """);
    assertThat(picture.mermaid()).contains("  r1 x-. \"conflict\" .-x r2\n");
    assertThat(new SvgReader(picture.svg()).texts("text")).contains("conflict 1");
  }

  @Test
  void nothingIsNoLine() {
    assertThat(text()).isEmpty();
  }

  @Test
  void asciiHasTheSameLines() {
    TextPicture picture =
        RevisionPicture.of(infos("a", "b after a", "c after a dependsOn b pending"), List.of())
            .text(80, TextSymbols.ASCII);
    assertThat(picture)
        .hasToString(
            """
            o c (pending) (head)
            +.+
            | * b (head)
            +-+
            * a\
            """);
  }

  @Test
  void aMessageIsShortenedAndWordsThatDoNotFitGoOnBelow() {
    TextPicture picture =
        RevisionPicture.of(
                infos(
                    "a says one two three four five six seven eight nine",
                    "b_with_a_long_id after a label some_label pending"),
                List.of())
            .text(34);
    assertThat(picture)
        .hasToString(
            """
            ○ b_with_a_long_id [some_label]
            │ (pending) (head)
            ● a one two three four five six s…\
            """);
    assertThat(picture.lines()).allMatch(line -> width(line) <= 34);
  }

  private static int width(List<TextSpan> line) {
    return line.stream().mapToInt(span -> DisplayWidth.of(span.text())).sum();
  }

  @Test
  void wideCharactersCountTwice() {
    assertThat(DisplayWidth.of("表é😀e\u0301")).isEqualTo(6);
    assertThat(DisplayWidth.shortened("表表表", 5, "…")).isEqualTo("表表…");
  }

  @Test
  void noMessageCanCommandATerminal() {
    String message = "red \u001b[31m\n\n and \u202e backwards";
    assertThat(DisplayWidth.visible(message)).isEqualTo("red <U+001B>[31m and <U+202E> backwards");
  }

  @Test
  void aPartOfTheGraphSaysWhatIsMissing() {
    RevisionPicture picture =
        RevisionPicture.of(
            infos("a", "b after a", "c after b", "d after c pending", "e after d pending"),
            List.of());
    assertThat(picture.limitedTo(3).text(80))
        .hasToString(
            """
            ○ e (pending) (head)
            ○ d (pending)
            ● c
                after b
            left out: 2 applied revisions\
            """);
    assertThat(picture.limitedTo(5).text(80)).isEqualTo(picture.text(80));
    assertThatThrownBy(() -> picture.limitedTo(0)).isInstanceOf(DefinitionException.class);
  }

  @Test
  void revisionsInAnotherOrderAreRefused() {
    assertThatThrownBy(() -> text("b after a", "a"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("revision a is there twice, or before one that it follows");
    assertThatThrownBy(() -> text("a", "a")).isInstanceOf(DefinitionException.class);
  }
}
