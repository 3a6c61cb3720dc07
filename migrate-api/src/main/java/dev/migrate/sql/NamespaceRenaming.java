package dev.migrate.sql;

import dev.migrate.sql.Name.Place;
import dev.migrate.sql.Token.Kind;
import java.util.Optional;
import java.util.Set;

/** A schema gets another name, or is looked for. */
public final class NamespaceRenaming extends NameChange {

  private static final Set<String> LOOKING_UP =
      Set.of("nextval", "currval", "setval", "regclass", "regtype", "regproc", "to_regclass");

  private static final Set<String> OBJECTS =
      Set.of("regclass", "regtype", "regproc", "regprocedure", "regoper", "regcollation");

  private final String table;

  /**
   * A schema that gets another name.
   *
   * @param table the name of the table to which the text belongs
   */
  public NamespaceRenaming(String from, String to, String table) {
    super(from, to);
    this.table = table;
  }

  @Override
  NameChange back() {
    return new NamespaceRenaming(to(), from(), table);
  }

  @Override
  void search(Search search) {
    for (Name name : search.text().names()) {
      if (name.size() > 1 || name.place() == Place.ROW) {
        search.add(answer(name), name.part(0));
      }
    }
    for (int i = 0; i < search.text().tokens().size(); i++) {
      if (search.text().tokens().get(i).kind() == Kind.STRING) {
        string(search, i);
      }
    }
  }

  private Answer answer(Name name) {
    if (!matches(name.part(0), from())) {
      return Answer.NO;
    }
    return switch (name.place()) {
      case TYPE, FUNCTION, SEQUENCE, COLLATION -> Answer.YES;
      case ROW -> name.size() > 1 ? Answer.YES : Answer.NO;
      case VALUE -> name.size() > 2 ? Answer.YES : ofTwo(name);
      case UNCLEAR -> Answer.UNCLEAR;
      case NONE -> Answer.NO;
    };
  }

  /** A column of the text's own table, which may be named like the schema. */
  private Answer ofTwo(Name name) {
    boolean counter = ObjectRenaming.COUNTERS.contains(Words.lower(name.ownPart().text()));
    return counter || matches(name.part(0), table) ? Answer.NO : Answer.UNCLEAR;
  }

  private void string(Search search, int i) {
    Parsed text = search.text();
    boolean lookedUp = text.hasWord(LOOKING_UP);
    Optional<Name> name = text.nameIn(i).filter(known -> known.size() > 1);
    if (name.isEmpty()) {
      String value = Words.lower(text.tokens().get(i).value().orElse(from() + "."));
      search.unclear(lookedUp && value.contains(Words.lower(from()) + "."));
    } else if (matches(name.orElseThrow().part(0), from())) {
      boolean cast =
          text.typeOf(i)
              .filter(to -> OBJECTS.contains(Words.lower(to.ownPart().text())))
              .isPresent();
      boolean certain = cast || text.isFirstArgument(i, i, ObjectRenaming.COUNTERS);
      search.add(
          certain ? Answer.YES : lookedUp ? Answer.UNCLEAR : Answer.NO, name.orElseThrow().part(0));
    }
  }
}
