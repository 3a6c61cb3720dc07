package dev.migrate.commands.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.util.Objects;
import java.util.Optional;

/**
 * What a command writes to and reads from: a terminal, files, pipes, or the streams of an
 * application. Not thread-safe when read from.
 *
 * <p>Where {@link #out} is not a terminal, nothing depends on the terminal that may be around it:
 * no colours, and 80 columns.
 */
public final class Terminal {

  private static final int USUAL_WIDTH = 80;

  private final PrintStream out;
  private final PrintStream err;
  private final Optional<BufferedReader> answers;
  private final boolean outIsTerminal;
  private final boolean errIsTerminal;
  private final int width;
  private final boolean canColor;
  private final ColorChoice choice;

  private Terminal(
      PrintStream out,
      PrintStream err,
      Optional<BufferedReader> answers,
      boolean outIsTerminal,
      boolean errIsTerminal,
      int width,
      boolean canColor,
      ColorChoice choice) {
    this.out = Objects.requireNonNull(out, "out");
    this.err = Objects.requireNonNull(err, "err");
    this.answers = answers;
    this.outIsTerminal = outIsTerminal;
    this.errIsTerminal = errIsTerminal;
    this.width = width;
    this.canColor = canColor;
    this.choice = choice;
  }

  /** Streams of an application: no terminal, and no answers to questions. */
  public static Terminal of(PrintStream out, PrintStream err) {
    return new Terminal(
        out, err, Optional.empty(), false, false, USUAL_WIDTH, false, ColorChoice.AUTO);
  }

  /** The standard streams of the process, as they are now. */
  public static Terminal ofProcess() {
    Device device = Device.ofProcess();
    return new Terminal(
        device.stream(System.out),
        device.stream(System.err),
        device.isAttached() ? Optional.of(device.reader(System.in)) : Optional.empty(),
        device.isAttached(),
        device.errIsTerminal(),
        device.width().orElse(USUAL_WIDTH),
        device.hasColors(),
        ColorChoice.AUTO);
  }

  /** A copy that asks questions, and reads the answers from here, one in each line. */
  public Terminal answeredBy(Reader reader) {
    return new Terminal(
        out,
        err,
        Optional.of(new BufferedReader(reader)),
        outIsTerminal,
        errIsTerminal,
        width,
        canColor,
        choice);
  }

  /** A copy with or without colours. */
  public Terminal colored(ColorChoice other) {
    return new Terminal(out, err, answers, outIsTerminal, errIsTerminal, width, canColor, other);
  }

  /** For results, and for questions. */
  public PrintStream out() {
    return out;
  }

  /** For progress and errors. */
  public PrintStream err() {
    return err;
  }

  /** Whether questions can be asked: there is a person to answer them. */
  public boolean isInteractive() {
    return answers.isPresent();
  }

  /** Whether results go to a terminal, and not to a file or a pipe. */
  public boolean isTerminal() {
    return outIsTerminal;
  }

  /** Whether progress goes to a terminal, so that a line can be written again. */
  public boolean errIsTerminal() {
    return errIsTerminal;
  }

  /** The number of columns of the terminal; 80 if there is none. */
  public int width() {
    return width;
  }

  /** The colours of results. */
  public Styles styles() {
    return Styles.of(choice.colors(outIsTerminal && canColor));
  }

  /** The colours of progress and errors. */
  public Styles errStyles() {
    return Styles.of(choice.colors(errIsTerminal && canColor));
  }

  /**
   * Reads the next line, without its end, whichever system it comes from.
   *
   * @return empty if there is none, because the terminal was closed, or nobody can answer
   */
  public Optional<String> readLine() {
    if (answers.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(answers.get().readLine());
    } catch (IOException closed) {
      return Optional.empty();
    }
  }
}
