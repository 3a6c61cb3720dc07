package dev.migrate.commands.text;

import dev.migrate.commands.advice.CommandWords;
import dev.migrate.commands.terminal.Styles;
import dev.migrate.commands.terminal.Terminal;
import java.io.PrintStream;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a command prints. On a terminal long lines are broken at spaces, and tables shortened;
 * elsewhere everything stays whole. Not thread-safe.
 */
public final class Page {

  /** A line of the facts of an error: a key, two spaces or more, and its value. */
  private static final Pattern FACT = Pattern.compile("( +)(\\S+(?: \\S+)?)( {2,}).*");

  private static final Pattern SPACES = Pattern.compile(" *");

  private final PrintStream out;
  private final Styles styles;
  private final OptionalInt width;

  private Page(PrintStream out, Styles styles, OptionalInt width) {
    this.out = out;
    this.styles = styles;
    this.width = width;
  }

  /** The results of a command. */
  public static Page of(Terminal terminal) {
    return new Page(
        terminal.out(),
        terminal.styles(),
        terminal.isTerminal() ? OptionalInt.of(terminal.width()) : OptionalInt.empty());
  }

  /** A line. */
  public void line(List<Span> spans) {
    wrapped(spans, 4);
  }

  /** A line, or several with the same indentation. */
  public void text(String text) {
    text(text, Paint.PLAIN);
  }

  /** A line, or several with the same indentation. */
  public void text(String text, Paint paint) {
    text.lines().forEach(line -> wrapped(List.of(new Span(line, paint)), spaces(line) + 2));
  }

  /**
   * A headline with facts, such as {@link dev.migrate.error.Facts} makes, with advice in commands.
   *
   * @param paint how the headline looks
   */
  public void facts(String facts, Paint paint) {
    facts(facts, paint, true);
  }

  /** A headline with facts of which some are code, so that no line is broken. */
  public void factsWithCode(String facts, Paint paint) {
    facts(facts, paint, false);
  }

  private void facts(String facts, Paint paint, boolean wraps) {
    List<String> lines = CommandWords.in(facts).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher fact = FACT.matcher(line);
      boolean isFact = i > 0 && fact.matches();
      int value = isFact ? fact.end(3) : 0;
      List<Span> spans =
          isFact
              ? List.of(
                  new Span(line.substring(0, value), Paint.FAINT), Span.of(line.substring(value)))
              : List.of(new Span(line, i == 0 ? paint : Paint.PLAIN));
      if (wraps) {
        wrapped(spans, isFact ? value : spaces(line) + 2);
      } else {
        print(spans);
      }
    }
  }

  /** Lines that stay as they are, such as SQL, so that they can be copied. */
  public void verbatim(String text) {
    text.lines().forEach(line -> print(List.of(Span.of(line))));
  }

  /** A table. */
  public void table(Table table) {
    table.lines(width).forEach(this::print);
  }

  /** An empty line. */
  public void blank() {
    out.println();
  }

  private void wrapped(List<Span> line, int indent) {
    if (width.isEmpty()) {
      print(line);
    } else {
      Wrapping.lines(line, width.getAsInt(), indent).forEach(this::print);
    }
  }

  private void print(List<Span> line) {
    String text =
        line.stream()
            .map(span -> span.paint().on(styles, span.text()))
            .collect(Collectors.joining());
    out.println(text.stripTrailing());
  }

  private static int spaces(String line) {
    Matcher spaces = SPACES.matcher(line);
    return spaces.lookingAt() ? spaces.end() : 0;
  }
}
