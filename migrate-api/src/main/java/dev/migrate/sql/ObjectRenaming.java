package dev.migrate.sql;

import dev.migrate.sql.Token.Kind;
import java.util.Optional;
import java.util.Set;

/** A table, type or sequence gets another name, or is looked for. */
abstract class ObjectRenaming extends NameChange {

  /** Words by which a string can come to be the name of an object. */
  private static final Set<String> LOOKING_UP =
      Set.of(
          "nextval",
          "currval",
          "setval",
          "regclass",
          "regtype",
          "to_regclass",
          "to_regtype",
          "pg_get_serial_sequence",
          "pg_sequence_last_value");

  static final Set<String> COUNTERS = Set.of("nextval", "currval", "setval", "lastval");

  private final Optional<String> namespace;
  private final Set<String> namespaces;

  ObjectRenaming(Optional<String> namespace, String from, String to, Set<String> otherNamespaces) {
    super(from, to);
    this.namespace = namespace;
    this.namespaces = Set.copyOf(otherNamespaces);
  }

  final Optional<String> namespace() {
    return namespace;
  }

  final Set<String> otherNamespaces() {
    return namespaces;
  }

  /** Whether a part of a name is the object, with the schema before it if there is one. */
  final Answer isObject(Name name, int part, boolean isOwn) {
    if (!matches(name.part(part), from())) {
      return Answer.NO;
    }
    if (part == 0) {
      return isOwn || namespace.isEmpty() ? Answer.YES : Answer.UNCLEAR;
    }
    Token qualifier = name.part(part - 1);
    if (namespace.isPresent()) {
      return matches(qualifier, namespace.orElseThrow()) ? Answer.YES : Answer.NO;
    }
    boolean other = namespaces.stream().anyMatch(known -> matches(qualifier, known));
    // What the default schema is called is known of PostgreSQL and H2 alone.
    boolean usual = matches(qualifier, "public");
    return other ? Answer.NO : usual ? Answer.YES : Answer.UNCLEAR;
  }

  /** Adds the strings that are the object's name where databases look it up. */
  final void searchStrings(Search search, Set<String> functions, String type) {
    Parsed text = search.text();
    for (int i = 0; i < text.tokens().size(); i++) {
      if (text.tokens().get(i).kind() == Kind.STRING) {
        searchString(search, i, functions, type);
      }
    }
  }

  private void searchString(Search search, int i, Set<String> functions, String type) {
    Parsed text = search.text();
    boolean lookedUp = text.hasWord(LOOKING_UP);
    Optional<Name> name = text.nameIn(i);
    Token token = text.tokens().get(i);
    if (name.isEmpty()) {
      search.unclear(lookedUp && mayBe(token));
      return;
    }
    int part = name.orElseThrow().size() - 1;
    Answer answer = isObject(name.orElseThrow(), part, false);
    boolean cast = text.typeOf(i).filter(to -> matches(to.ownPart(), type)).isPresent();
    boolean certain = cast || text.isFirstArgument(i, i, functions);
    search.add(
        certain || answer == Answer.NO ? answer : lookedUp ? Answer.UNCLEAR : Answer.NO,
        name.orElseThrow().ownPart());
  }

  /** A string that is not a plain name may have it in it. */
  private boolean mayBe(Token string) {
    return string.value().isEmpty()
        || Words.lower(string.value().orElseThrow()).contains(Words.lower(from()));
  }
}
