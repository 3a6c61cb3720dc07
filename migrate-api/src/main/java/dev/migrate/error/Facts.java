package dev.migrate.error;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The text of an error: a headline and aligned facts below it, the last of them usually the next
 * step. Immutable.
 *
 * <pre>{@code
 * there is no table "acount"
 *   operation  add column acount.email varchar(320)
 *   known      account, invoice
 *   next       correct the name, or create the table in an earlier revision
 * }</pre>
 */
public final class Facts {

  private static final int KEY_WIDTH = 9;

  private record Fact(String key, String value) {}

  private final String headline;
  private final List<Fact> facts;

  private Facts(String headline, List<Fact> facts) {
    this.headline = headline;
    this.facts = facts;
  }

  /**
   * Starts with what happened.
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
   * @param value its value; further lines are indented below the first
   * @return a copy with the fact
   */
  public Facts with(String key, String value) {
    List<Fact> more = new ArrayList<>(facts);
    more.add(new Fact(key, value));
    return new Facts(headline, Collections.unmodifiableList(more));
  }

  /**
   * Adds what the caller can do about it.
   *
   * @param step a sentence, or code to paste
   * @return a copy with the step as the fact {@code next}
   */
  public Facts next(String step) {
    return with("next", step);
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
