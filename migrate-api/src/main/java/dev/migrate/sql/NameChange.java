package dev.migrate.sql;

import dev.migrate.sql.Token.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Something that gets another name, and how a text is searched for it. Immutable. */
public abstract class NameChange {

  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

  private final String from;
  private final String to;

  NameChange(String from, String to) {
    this.from = from;
    this.to = to;
  }

  final String from() {
    return from;
  }

  final String to() {
    return to;
  }

  /** Of which words a text must have one to be of interest. */
  List<String> words() {
    return List.of(from);
  }

  /**
   * The places in a text, as one kind of database takes it apart.
   *
   * @param quote what a new name that needs quotes stands between
   */
  final Found find(List<Token> tokens, char quote) {
    Search search = new Search(new Parsed(tokens), quote);
    search(search);
    search.requireNothingHidden();
    return search.found();
  }

  /** Looks at all places of a text. */
  abstract void search(Search search);

  /** The opposite, for a text that has followed. */
  abstract NameChange back();

  /** What has been found so far. */
  final class Search {

    private final Parsed text;
    private final char quote;
    private final List<Replacement> replacements = new ArrayList<>();
    private boolean isUnclear;

    private Search(Parsed text, char quote) {
      this.text = text;
      this.quote = quote;
    }

    Parsed text() {
      return text;
    }

    /** Adds a place. */
    void add(Answer answer, Token part) {
      isUnclear |= answer == Answer.UNCLEAR;
      if (answer == Answer.YES) {
        add(new Replacement(part.start(), part.end(), written(part, quote)));
      }
    }

    void add(Replacement replacement) {
      replacements.add(replacement);
    }

    void unclear(boolean condition) {
      isUnclear |= condition;
    }

    private void requireNothingHidden() {
      isUnclear |= text.tokens().stream().anyMatch(token -> mayHide(token, from));
    }

    private Found found() {
      replacements.sort(Comparator.comparing(Replacement::start));
      return new Found(replacements, isUnclear);
    }
  }

  /** Whether a name is written without quotes as long as it is not reserved. */
  static boolean isPlain(String name) {
    return PLAIN.matcher(name).matches();
  }

  /** Bare names have no case, and quoted ones only if there are two. */
  static boolean matches(Token token, String name) {
    return token.isName() && token.value().filter(name::equalsIgnoreCase).isPresent();
  }

  /** Whether code that only some databases read may have the name in it. */
  static boolean mayHide(Token token, String name) {
    return token.kind() == Kind.OPAQUE
        && (token.text().indexOf('\\') >= 0
            || token.text().toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT)));
  }

  /** The new name, in quotes of the kind that the old one has. */
  private String written(Token token, char usual) {
    char quote = token.text().charAt(0);
    if (quote == '`') {
      return quoted('`', to);
    } else if (quote == '[' && to.indexOf(']') < 0) {
      return "[" + to + "]";
    } else if (token.kind() == Kind.WORD || !isPlain(from)) {
      // Quotes that the old name needed may be wrong for the new one: "a" is not a on H2.
      return isPlain(to) ? to : quoted(usual, to);
    }
    boolean upper = token.value().filter(from.toUpperCase(Locale.ROOT)::equals).isPresent();
    return quoted('"', upper && isPlain(to) ? to.toUpperCase(Locale.ROOT) : to);
  }

  private static String quoted(char quote, String name) {
    String mark = String.valueOf(quote);
    return mark + name.replace(mark, mark + mark) + mark;
  }
}
