package dev.migrate.generate;

import dev.migrate.schema.DefaultValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An answer to a question. Immutable; {@code toString()} is the flag as a shell reads it.
 *
 * @param kind the kind of answer
 * @param text the element's name, with a new name or value after an equals sign where the kind has
 *     one, such as {@code account.mail=email}
 * @param value the value of {@link Kind#FILL}, if it was given as an object; the text then has the
 *     element's name alone
 */
public record Answer(Kind kind, String text, Optional<DefaultValue> value) {

  /** What an answer decides. */
  public enum Kind {
    /** An element is not dropped and another created, but renamed. */
    RENAME("--rename", true),
    /** An element is dropped, with all data in it. */
    DROP("--drop", false),
    /** An element that the model does not mention stays beside a new one that looks like it. */
    KEEP("--keep", false),
    /** The rows of an existing table get a value in a column that must have one. */
    FILL("--fill", true),
    /** The rows of an existing table get the value of an SQL expression in such a column. */
    FILL_SQL("--fill-sql", true),
    /** No row has NULL in a column that becomes NOT NULL; if one has, the upgrade fails. */
    NO_NULLS("--no-nulls", false),
    /** Values of a column may be lost while it changes. */
    ALLOW_LOSS("--allow-loss", false);

    private final String flag;
    private final boolean hasValue;

    Kind(String flag, boolean hasValue) {
      this.flag = flag;
      this.hasValue = hasValue;
    }

    /** The flag, such as {@code --rename}. */
    public String flag() {
      return flag;
    }

    /** Whether something follows the element's name after an equals sign. */
    public boolean hasValue() {
      return hasValue;
    }
  }

  /** Checks for null. */
  public Answer {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(value, "value");
  }

  static Answer of(Kind kind, String text) {
    return new Answer(kind, text, Optional.empty());
  }

  static Answer of(Kind kind, String element, String value) {
    return of(kind, element + "=" + value);
  }

  /** What follows the equals sign, if the answer is about this element. */
  Optional<String> about(String element) {
    if (!kind.hasValue() || value.isPresent()) {
      return text.equals(element) ? Optional.of("") : Optional.empty();
    }
    return text.startsWith(element + "=")
        ? Optional.of(text.substring(element.length() + 1))
        : Optional.empty();
  }

  /** The flag and its argument, each as a program gets it. */
  public List<String> arguments() {
    return List.of(kind.flag(), text + value.map(given -> "=" + given).orElse(""));
  }

  @Override
  public String toString() {
    String argument = arguments().get(1);
    boolean plain = argument.matches("[A-Za-z0-9_.,:/=@%+-]+");
    return kind.flag() + " " + (plain ? argument : "'" + argument.replace("'", "'\\''") + "'");
  }
}
