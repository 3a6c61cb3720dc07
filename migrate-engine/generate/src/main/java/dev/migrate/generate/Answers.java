package dev.migrate.generate;

import dev.migrate.error.Arguments;
import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import dev.migrate.generate.Answer.Kind;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Literal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers to the questions that a model leaves open. Immutable; every method that adds an answer
 * returns a copy.
 *
 * <pre>{@code
 * Answers.none()
 *     .renamed("account.mail", "email")
 *     .dropped("account.legacy")
 *     .filled("account.country", "GB")
 * Answers.parse(List.of("--rename", "account.mail=email", "--fill", "account.country=GB"))
 * }</pre>
 *
 * <p>Elements are named as questions name them: {@code account} for a table or another object,
 * {@code account.mail} for a column, {@code mood.sad} for a label of an enum type.
 */
public final class Answers {

  private static final Answers NONE = new Answers(Set.of());

  private final Set<Answer> all;

  private Answers(Set<Answer> all) {
    this.all = all;
  }

  /** No answers. */
  public static Answers none() {
    return NONE;
  }

  /** These answers. */
  public static Answers of(Answer... answers) {
    return new Answers(new LinkedHashSet<>(Arrays.asList(answers)));
  }

  /**
   * Reads flags: each flag is followed by its argument, or has it after an equals sign, as in
   * {@code --rename=account.mail=email}.
   *
   * @throws DefinitionException if a flag is unknown, or its argument is missing or malformed
   */
  public static Answers parse(List<String> flags) {
    Answers answers = NONE;
    for (int i = 0; i < flags.size(); i++) {
      String flag = Arguments.requireGiven(flags.get(i), "a flag");
      Kind kind = kind(flag);
      String text;
      if (flag.equals(kind.flag())) {
        i++;
        text = i < flags.size() ? flags.get(i) : "";
      } else {
        text = flag.substring(kind.flag().length() + 1);
      }
      answers = answers.and(checked(kind, text));
    }
    return answers;
  }

  private static Kind kind(String flag) {
    for (Kind kind : Kind.values()) {
      if (flag.equals(kind.flag()) || flag.startsWith(kind.flag() + "=")) {
        return kind;
      }
    }
    throw new DefinitionException(
        Facts.of("there is no flag " + flag)
            .list("known", Arrays.stream(Kind.values()).map(Kind::flag).toList())
            .next("correct the flag"));
  }

  private static Answer checked(Kind kind, String text) {
    int equals = text.indexOf('=');
    boolean complete = equals > 0 && (kind == Kind.FILL || equals < text.length() - 1);
    if (text.isBlank() || (kind.hasValue() && !complete)) {
      throw new DefinitionException(
          "the flag " + kind.flag() + " has the malformed argument \"" + text + "\"",
          "write it as in " + example(kind));
    }
    return Answer.of(kind, text);
  }

  private static Answer example(Kind kind) {
    return switch (kind) {
      case RENAME -> Answer.of(kind, "account.mail=email");
      case DROP -> Answer.of(kind, "account.legacy");
      case KEEP -> Answer.of(kind, "audit");
      case FILL -> Answer.of(kind, "account.country=GB");
      case FILL_SQL -> Answer.of(kind, "account.login=lower(name)");
      case NO_NULLS -> Answer.of(kind, "account.email");
      case ALLOW_LOSS -> Answer.of(kind, "account.name");
    };
  }

  /**
   * An element is renamed.
   *
   * @param element its former name, such as {@code account.mail}
   * @param name its new name, such as {@code email} or {@code account.email}
   */
  public Answers renamed(String element, String name) {
    return and(checked(Kind.RENAME, element + "=" + name));
  }

  /**
   * An element is dropped, with all data in it.
   *
   * @param element its name, such as {@code account.legacy}
   */
  public Answers dropped(String element) {
    return and(checked(Kind.DROP, element));
  }

  /**
   * An element that the model does not mention stays, beside a new one that looks like it.
   *
   * @param element its name, such as {@code audit}
   */
  public Answers kept(String element) {
    return and(checked(Kind.KEEP, element));
  }

  /**
   * The rows of an existing table get a value in a column that is new, or no longer nullable.
   *
   * @param column such as {@code account.country}
   * @param value a value as of {@link Literal#of}, or an expression, such as {@code
   *     expression("lower(name)")}
   * @throws DefinitionException if it is null, or not a value
   */
  public Answers filled(String column, @Nullable Object value) {
    checked(Kind.DROP, column);
    if (value == null) {
      throw new DefinitionException(
          "the value of " + column + " is null", "give another value, or let the column be null");
    }
    DefaultValue given = value instanceof DefaultValue known ? known : Literal.of(value);
    return and(
        given instanceof Expression text && text.variants().isEmpty()
            ? Answer.of(Kind.FILL_SQL, column, text.text())
            : new Answer(Kind.FILL, column, Optional.of(given)));
  }

  /**
   * No row has NULL in a column that becomes NOT NULL. If one has, the upgrade fails there.
   *
   * @param column such as {@code account.email}
   */
  public Answers withoutNulls(String column) {
    return and(checked(Kind.NO_NULLS, column));
  }

  /**
   * Values of a column may be lost while it changes.
   *
   * @param column such as {@code account.name}
   */
  public Answers allowedLoss(String column) {
    return and(checked(Kind.ALLOW_LOSS, column));
  }

  /** One more answer. */
  public Answers and(Answer answer) {
    return and(Answers.of(answer));
  }

  /** These answers and others. */
  public Answers and(Answers others) {
    Set<Answer> joined = new LinkedHashSet<>(all);
    joined.addAll(others.all);
    return new Answers(joined);
  }

  /** The answers, in the order in which they were given. */
  public List<Answer> all() {
    return new ArrayList<>(all);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Answers that && all.equals(that.all);
  }

  @Override
  public int hashCode() {
    return all.hashCode();
  }

  /** The flags, as a shell reads them. */
  @Override
  public String toString() {
    return String.join(" ", all.stream().map(Answer::toString).toList());
  }
}
