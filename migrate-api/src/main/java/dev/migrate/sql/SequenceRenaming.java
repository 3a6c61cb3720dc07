package dev.migrate.sql;

import dev.migrate.sql.Name.Place;
import dev.migrate.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A sequence gets another name, or is looked for. */
public final class SequenceRenaming extends ObjectRenaming {

  /**
   * A sequence that gets another name.
   *
   * @param namespace its schema, if it is not the default one
   * @param otherNamespaces the other schemas that are known
   */
  public SequenceRenaming(
      Optional<String> namespace, String from, String to, Set<String> otherNamespaces) {
    super(namespace, from, to, otherNamespaces);
  }

  @Override
  NameChange back() {
    return new SequenceRenaming(namespace(), to(), from(), otherNamespaces());
  }

  @Override
  List<String> words() {
    List<String> words = new ArrayList<>(COUNTERS);
    words.add(from());
    return words;
  }

  @Override
  void search(Search search) {
    Parsed text = search.text();
    for (Name name : text.names()) {
      int own = name.size() - 1;
      boolean value = name.place() == Place.VALUE || name.place() == Place.UNCLEAR;
      boolean argument = text.isFirstArgument(name.first(), name.last(), COUNTERS);
      if (name.place() == Place.SEQUENCE || (value && argument)) {
        search.add(isObject(name, own, false), name.part(own));
      } else if (value && own > 0 && isCounter(name.ownPart())) {
        search.add(isObject(name, own - 1, false), name.part(own - 1));
      } else if (name.place() == Place.UNCLEAR && text.isQuery()) {
        search.unclear(name.parts().stream().anyMatch(part -> matches(part, from())));
      } else if (name.place() == Place.FUNCTION && isCounter(name.ownPart())) {
        search.unclear(isComputed(text, name.last() + 2));
      }
    }
    searchStrings(search, COUNTERS, "regclass");
  }

  private static boolean isCounter(Token token) {
    return COUNTERS.contains(Words.lower(token.text()));
  }

  /** Whether the name of the sequence is computed, so that nobody knows it beforehand. */
  private static boolean isComputed(Parsed text, int argument) {
    if (text.is(argument, ")")) {
      return false;
    }
    boolean string =
        argument < text.tokens().size()
            && text.tokens().get(argument).kind() == Kind.STRING
            && (text.is(argument + 1, ")")
                || text.is(argument + 1, ",")
                || text.is(argument + 1, "::"));
    boolean cast = text.is(argument, "cast");
    boolean name =
        text.from(argument)
            .filter(known -> text.isFirstArgument(known.first(), known.last(), COUNTERS))
            .isPresent();
    return !string && !cast && !name;
  }
}
