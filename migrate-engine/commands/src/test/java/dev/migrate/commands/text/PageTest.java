package dev.migrate.commands.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.commands.terminal.ColorChoice;
import dev.migrate.commands.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Lines and tables fit a terminal, and stay whole elsewhere. */
class PageTest {

  private static final String LONG = "a ".repeat(60) + "end";

  @Test
  void nothingIsBrokenInAPipe() {
    assertThat(piped(page -> page.text(LONG))).isEqualTo(LONG + "\n");
    assertThat(texts(table("x".repeat(300)).lines(OptionalInt.empty())).get(1)).hasSize(307);
  }

  @Test
  void aLineIsBrokenAtSpacesAndIndented() {
    List<String> lines = wrapped("  next       " + "word ".repeat(20).strip(), 40, 13);

    assertThat(lines)
        .hasSizeGreaterThan(2)
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(40));
    assertThat(lines.subList(1, lines.size()))
        .allMatch(line -> line.startsWith(" ".repeat(13) + "word"));
    assertThat(String.join(" ", lines).split(" +")).hasSize(22);
  }

  @Test
  void aWordThatIsTooLongStaysWhole() {
    String id = "x".repeat(64);

    assertThat(wrapped(id + " is the id", 20, 4)).containsExactly(id, "    is the id");
    assertThat(wrapped("          " + id, 20, 12)).containsExactly("          " + id);
  }

  @Test
  void aPartKeepsItsColourWhenItIsBroken() {
    List<List<Span>> lines =
        Wrapping.lines(List.of(Span.of("one "), new Span("two three", Paint.BAD)), 8, 0);

    assertThat(texts(lines)).containsExactly("one two", "three");
    assertThat(lines.get(1)).containsExactly(new Span("three", Paint.BAD));
  }

  @Test
  void theLastColumnOfATableIsShortened() {
    List<String> lines = texts(table("x".repeat(300)).lines(OptionalInt.of(20)));

    assertThat(lines).containsExactly("id     message", "1234   " + "x".repeat(12) + "…");
  }

  @Test
  void aColumnWithoutRoomIsLeftOut() {
    assertThat(texts(table("message").lines(OptionalInt.of(10)))).containsExactly("id   ", "1234");
    assertThat(texts(table("message").lines(OptionalInt.of(2)))).containsExactly("id   ", "1234");
  }

  @Test
  void aSpareColumnIsLeftOutBeforeTheLastOne() {
    Table table =
        new Table(
            List.of(
                List.of(Span.of("id"), Span.of("applied at"), Span.of("message")),
                List.of(Span.of("12"), Span.of("2026-03-01"), Span.of("add an email"))),
            OptionalInt.of(1));

    assertThat(texts(table.lines(OptionalInt.of(24))))
        .containsExactly("id  applied at  message", "12  2026-03-01  add an …");
    assertThat(texts(table.lines(OptionalInt.of(23))))
        .containsExactly("id  message", "12  add an email");
    assertThat(texts(table.lines(OptionalInt.of(12))))
        .containsExactly("id  message", "12  add an …");
    assertThat(texts(table.lines(OptionalInt.of(11)))).containsExactly("id", "12");
  }

  @Test
  void wideCharactersTakeTwoColumns() {
    Table table =
        new Table(
            List.of(List.of(Span.of("日本"), Span.of("a")), List.of(Span.of("abcd"), Span.of("b"))));

    assertThat(texts(table.lines(OptionalInt.empty()))).containsExactly("日本  a", "abcd  b");
  }

  @Test
  void aMessageCannotDriveTheTerminal() {
    assertThat(piped(page -> page.line(List.of(Span.of("a\u001b[31mred\r\nb\tc\u0007")))))
        .isEqualTo("a?[31mred  b c?\n");
  }

  @Test
  void coloursComeFromTheTerminal() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    Page page = Page.of(Terminal.of(stream, stream).colored(ColorChoice.ALWAYS));

    page.facts("bad news\n  next       go home", Paint.BAD);

    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("\u001b[31mbad news\u001b[0m", "\u001b[2m  next       \u001b[0mgo home");
  }

  private static Table table(String message) {
    return new Table(
        List.of(
            List.of(Span.of("id   "), Span.of("message")),
            List.of(Span.of("1234"), Span.of(message))));
  }

  private static List<String> wrapped(String text, int width, int indent) {
    return texts(Wrapping.lines(List.of(Span.of(text)), width, indent));
  }

  private static List<String> texts(List<List<Span>> lines) {
    return lines.stream()
        .map(line -> line.stream().map(Span::text).collect(Collectors.joining()))
        .toList();
  }

  private interface Printing {
    void on(Page page);
  }

  private static String piped(Printing printing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    printing.on(Page.of(Terminal.of(stream, stream)));
    return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
