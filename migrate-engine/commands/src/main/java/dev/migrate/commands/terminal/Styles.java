package dev.migrate.commands.terminal;

/** Colours and weights of texts on one stream, or the texts as they are. Immutable. */
public final class Styles {

  /** No colours. */
  static final Styles PLAIN = new Styles(false);

  private static final String RESET = "\u001b[0m";

  private final boolean on;

  private Styles(boolean on) {
    this.on = on;
  }

  static Styles of(boolean on) {
    return on ? new Styles(true) : PLAIN;
  }

  /** Whether there are colours. */
  public boolean areOn() {
    return on;
  }

  /** A heading, or what stands out. */
  public String bold(String text) {
    return styled("1", text);
  }

  /** What matters less. */
  public String dim(String text) {
    return styled("2", text);
  }

  /** An error, or data that is lost. */
  public String red(String text) {
    return styled("31", text);
  }

  /** What is done, applied or fine. */
  public String green(String text) {
    return styled("32", text);
  }

  /** What is pending, or deserves a look. */
  public String yellow(String text) {
    return styled("33", text);
  }

  /** A name, such as that of a revision. */
  public String cyan(String text) {
    return styled("36", text);
  }

  private String styled(String code, String text) {
    return on && !text.isEmpty() ? "\u001b[" + code + "m" + text + RESET : text;
  }
}
