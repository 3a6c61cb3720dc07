package dev.migrate.error;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The text of an error: a headline and aligned facts, of which the last is usually the next step.
 * Immutable.
 *
 * <pre>{@code
 * there is no table "acount"
 *   operation  add column acount.email varchar(320)
 *   known      account, invoice
 *   next       correct the name, or create the table in an earlier revision
 * }</pre>
 */
public final class Facts {

  private static final String NEXT = "next";
  private static final String OR = "or";
  private static final int KEY_WIDTH = 9;
  private static final int SHOWN = 12;

  /** Longer values are shortened, because they would hide the facts below. */
  private static final int LONGEST = 4_000;

  private static final int END = 500;

  private record Fact(String key, String value) {

    private boolean isNext() {
      return key.equals(NEXT) || key.equals(OR);
    }
  }

  private final String headline;
  private final List<Fact> facts;

  private Facts(String headline, List<Fact> facts) {
    this.headline = headline;
    this.facts = facts;
  }

  /**
   * Starts with the headline: what happened.
   *
   * @param headline one sentence, without a full stop
   * @return the headline without further facts
   */
  public static Facts of(String headline) {
    return new Facts(headline, List.of());
  }

  /**
   * Adds a fact below the ones so far.
   *
   * @param key one word, such as {@code statement}, {@code known} or {@code left}
   * @param value its value; further lines are indented, and very long values lose their middle
   */
  public Facts with(String key, String value) {
    List<Fact> more = new ArrayList<>(facts);
    more.add(new Fact(key, shortened(value)));
    return new Facts(headline, Collections.unmodifiableList(more));
  }

  /**
   * Adds a fact above another one.
   *
   * @param other the key of the following fact; if it does not exist, the new one comes last
   * @param key one word
   * @param value its value; further lines are indented
   */
  public Facts before(String other, String key, String value) {
    List<Fact> more = new ArrayList<>(facts);
    int place = 0;
    while (place < more.size() && !more.get(place).key().equals(other)) {
      place++;
    }
    more.add(place, new Fact(key, shortened(value)));
    return new Facts(headline, Collections.unmodifiableList(more));
  }

  /**
   * A text, without its middle if it is too long for a message.
   *
   * @param value the text, such as a statement with all its values
   * @return the text, or its start and its end
   */
  public static String shortened(String value) {
    if (value.length() <= LONGEST) {
      return value;
    }
    String start = value.substring(0, between(value, LONGEST - END));
    String end = value.substring(between(value, value.length() - END));
    int left = value.length() - start.length() - end.length();
    return start + " \u2026 (" + left + " characters left out) \u2026 " + end;
  }

  /** The nearest place at which a text can be cut between two characters. */
  private static int between(String text, int place) {
    return Character.isLowSurrogate(text.charAt(place)) ? place - 1 : place;
  }

  /**
   * Adds the next step of the caller, as the fact {@code next}.
   *
   * @param step a sentence, or code to paste
   * @return a copy with the step as the fact {@code next}
   */
  public Facts next(String step) {
    return with(NEXT, step);
  }

  /** The next step and its alternatives, one below the other. */
  Optional<String> next() {
    return facts.stream()
        .filter(Fact::isNext)
        .map(fact -> fact.key().equals(OR) ? OR + " " + fact.value() : fact.value())
        .reduce((first, second) -> first + "\n" + second);
  }

  /** All but the next step and its alternatives. */
  Facts withoutNext() {
    return new Facts(headline, facts.stream().filter(fact -> !fact.isNext()).toList());
  }

  /**
   * Adds several values as one fact; only the first twelve are shown.
   *
   * @param key one word, such as {@code used by}
   * @param values the values; none is printed as {@code none}
   */
  public Facts list(String key, Collection<?> values) {
    return with(key, shown(values));
  }

  /**
   * Several values as one text; only the first twelve are shown.
   *
   * @return the values separated by commas, or {@code none}
   */
  public static String shown(Collection<?> values) {
    String shown = String.join(", ", values.stream().limit(SHOWN).map(Object::toString).toList());
    int more = values.size() - SHOWN;
    return values.isEmpty() ? "none" : more > 0 ? shown + " and " + more + " more" : shown;
  }

  /**
   * Adds the known names, as the fact {@code known}: all of them, or the twelve that are most
   * similar to the wrong one.
   */
  public Facts known(String wanted, Collection<?> names) {
    List<String> known = names.stream().map(Object::toString).toList();
    return list("known", known.size() > SHOWN ? SimilarNames.closestFirst(wanted, known) : known);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(headline);
    for (Fact fact : facts) {
      text.append("\n  ").append(fact.key());
      text.append(" ".repeat(Math.max(0, KEY_WIDTH - fact.key().length()) + 2));
      text.append(fact.value().replace("\n", "\n" + " ".repeat(KEY_WIDTH + 4)));
    }
    return text.toString();
  }
}
