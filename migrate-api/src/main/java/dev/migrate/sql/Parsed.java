package dev.migrate.sql;

import dev.migrate.sql.Token.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A text as one kind of database takes it apart, with its names, and what stands around its
 * strings. Read-only.
 */
final class Parsed {

  private final List<Token> tokens;
  private final List<Name> names;
  private final Map<Integer, Name> byFirst = new HashMap<>();
  private final Map<Integer, Name> byLast = new HashMap<>();

  Parsed(List<Token> tokens) {
    this.tokens = tokens;
    this.names = NamesInText.of(tokens);
    for (Name name : names) {
      byFirst.put(name.first(), name);
      byLast.put(name.last(), name);
    }
  }

  List<Token> tokens() {
    return tokens;
  }

  List<Name> names() {
    return names;
  }

  boolean is(int i, String word) {
    return i >= 0 && i < tokens.size() && tokens.get(i).is(word);
  }

  boolean isQuery() {
    return tokens.stream().anyMatch(token -> token.is("select") || token.is("values"));
  }

  /** Whether the text has one of these words, in lower case. */
  boolean hasWord(Set<String> words) {
    return tokens.stream()
        .anyMatch(t -> t.kind() == Kind.WORD && words.contains(Words.lower(t.text())));
  }

  /** The name that begins at a token. */
  Optional<Name> from(int i) {
    return Optional.ofNullable(byFirst.get(i));
  }

  /** The name that ends at a token. */
  Optional<Name> to(int i) {
    return Optional.ofNullable(byLast.get(i));
  }

  /** The type to which a string is cast, or which stands before it. */
  Optional<Name> typeOf(int string) {
    if (is(string + 1, "::")) {
      return from(string + 2);
    } else if (is(string + 1, "as") && is(string - 1, "(") && is(string - 2, "cast")) {
      return from(string + 2);
    }
    return to(string - 1).filter(name -> name.place() == Name.Place.TYPE);
  }

  /** Whether a token is the whole first argument of one of these functions, in lower case. */
  boolean isFirstArgument(int first, int last, Set<String> functions) {
    return is(first - 1, "(")
        && first >= 2
        && functions.contains(Words.lower(tokens.get(first - 2).text()))
        && (is(last + 1, ")") || is(last + 1, ","));
  }

  /**
   * A string that is a name with its schema, as PostgreSQL reads it; its parts stand in the text.
   */
  Optional<Name> nameIn(int string) {
    Token token = tokens.get(string);
    String value = token.value().orElse("");
    if (value.isEmpty() || !token.text().endsWith("'" + value + "'")) {
      return Optional.empty();
    }
    int start = token.end() - value.length() - 1;
    List<Token> inside = Tokenizer.tokens(value, Reading.STANDARD).orElse(List.of());
    List<Token> parts = new ArrayList<>();
    for (int i = 0; i < inside.size(); i++) {
      Token each = inside.get(i);
      if (i % 2 == 0 ? !each.isName() : !each.is(".")) {
        return Optional.empty();
      } else if (i % 2 == 0) {
        parts.add(new Token(each.kind(), each.text(), each.start() + start, each.value()));
      }
    }
    return inside.size() % 2 == 1
        ? Optional.of(new Name(parts, Name.Place.UNCLEAR, string, string))
        : Optional.empty();
  }
}
