package dev.migrate.sql;

import dev.migrate.sql.Name.Place;
import dev.migrate.sql.Token.Kind;
import java.util.Optional;
import java.util.Set;

/**
 * A label of an enum type gets another text, or is looked for. A string is the label where it is
 * compared with a column of the type, or cast to the type; compared with a column of another type
 * it is not. Everything else is unclear as soon as the text has something to do with the type.
 */
public final class LabelRenaming extends NameChange {

  private static final Set<String> COMPARISONS =
      Set.of("=", "==", "<>", "!=", "<", ">", "<=", ">=", "<=>");

  private static final Set<String> TEXTS =
      Set.of("text", "varchar", "character", "char", "bpchar", "name", "citext", "nvarchar");

  private final TypeRenaming type;
  private final Columns columns;
  private final Use use;

  /** What the text as a whole is. */
  public enum Use {
    /** A condition, or a value of some other type. */
    OTHER,
    /** A value of the enum type. */
    LABEL,
    /** A value of a type that may be the enum type, or has to do with it. */
    OPEN
  }

  /**
   * The columns of the table to which a text belongs.
   *
   * @param table the table
   * @param ofType those of the enum type
   * @param open those whose type may be the enum type, or is on some databases
   * @param others those whose type certainly is another one
   */
  public record Columns(String table, Set<String> ofType, Set<String> open, Set<String> others) {

    /** Copies. */
    public Columns {
      ofType = Set.copyOf(ofType);
      open = Set.copyOf(open);
      others = Set.copyOf(others);
    }

    boolean hasType(Name name) {
      return has(ofType, name);
    }

    boolean isOther(Name name) {
      return has(others, name) && !has(ofType, name) && !has(open, name);
    }

    boolean concerns(Name name) {
      return name.parts().stream()
          .anyMatch(
              part ->
                  ofType.stream().anyMatch(c -> matches(part, c))
                      || open.stream().anyMatch(c -> matches(part, c)));
    }

    private boolean has(Set<String> names, Name name) {
      boolean own = name.size() == 1 || matches(name.part(name.size() - 2), table);
      return name.place() == Place.VALUE
          && own
          && names.stream().anyMatch(known -> matches(name.ownPart(), known));
    }
  }

  /**
   * A label that gets another text.
   *
   * @param type the enum type, as something to look for
   * @param columns the columns of the table to which the text belongs
   * @param use what the text as a whole is
   */
  public LabelRenaming(String from, String to, TypeRenaming type, Columns columns, Use use) {
    super(from, to);
    this.type = type;
    this.columns = columns;
    this.use = use;
  }

  @Override
  NameChange back() {
    return new LabelRenaming(to(), from(), type, columns, use);
  }

  @Override
  void search(Search search) {
    Parsed text = search.text();
    boolean concerned =
        use != Use.OTHER
            || text.names().stream().anyMatch(name -> columns.concerns(name) || isType(name))
            || (text.isQuery() && hasString(text));
    for (int i = 0; i < text.tokens().size(); i++) {
      Token token = text.tokens().get(i);
      if (token.kind() == Kind.STRING && mayBe(token)) {
        Answer answer = answer(text, i);
        boolean exact = token.value().filter(from()::equals).isPresent();
        if (answer == Answer.YES && exact) {
          search.add(replacing(token));
        } else {
          search.unclear(answer != Answer.NO && (concerned || answer == Answer.YES));
        }
      }
    }
  }

  private boolean hasString(Parsed text) {
    return text.tokens().stream().anyMatch(t -> t.kind() == Kind.STRING && mayBe(t));
  }

  /** A string is the label in any case on MySQL, and in a list of an array on PostgreSQL. */
  private boolean mayBe(Token string) {
    if (string.value().isEmpty()) {
      return true;
    }
    String value = string.value().orElseThrow();
    boolean list = value.startsWith("{") || value.startsWith("[");
    return value.equalsIgnoreCase(from())
        || (list && Words.lower(value).contains(Words.lower(from())));
  }

  private boolean isType(Name name) {
    return name.place() == Place.TYPE && type.isObject(name, name.size() - 1, false) != Answer.NO;
  }

  private Answer answer(Parsed text, int i) {
    Optional<Name> cast = text.typeOf(i);
    if (cast.isPresent()) {
      boolean asText = TEXTS.contains(Words.lower(cast.orElseThrow().ownPart().text()));
      // A value that is compared as text does not follow.
      return isType(cast.orElseThrow()) ? Answer.YES : asText ? Answer.UNCLEAR : Answer.NO;
    }
    if (use == Use.LABEL && text.tokens().size() == 1) {
      return Answer.YES;
    }
    return compared(text, i)
        .map(
            with ->
                columns.hasType(with)
                    ? Answer.YES
                    : columns.isOther(with) ? Answer.NO : Answer.UNCLEAR)
        .orElse(Answer.UNCLEAR);
  }

  /** The name with which a string is compared, if nothing else has a part in it. */
  private Optional<Name> compared(Parsed text, int i) {
    if (isComparison(text, i - 1) && endsComparison(text, i + 1)) {
      return before(text, operator(text, i - 1));
    } else if (isComparison(text, i + 1) && beginsComparison(text, i - 1)) {
      return after(text, i + 1);
    } else if (isListed(text, i)) {
      return beforeList(text, i);
    } else if (text.is(i - 1, "between") && text.is(i + 1, "and")) {
      return before(text, text.is(i - 2, "not") ? i - 2 : i - 1);
    } else if (isUpperBound(text, i) && endsComparison(text, i + 1)) {
      return before(text, text.is(i - 4, "not") ? i - 4 : i - 3);
    }
    return text.is(i - 1, "when") && text.is(i + 1, "then")
        ? chosen(text, i - 1)
        : Optional.empty();
  }

  private static boolean isUpperBound(Parsed text, int i) {
    return text.is(i - 1, "and") && isString(text, i - 2) && text.is(i - 3, "between");
  }

  private static boolean isString(Parsed text, int i) {
    return i >= 0 && i < text.tokens().size() && text.tokens().get(i).kind() == Kind.STRING;
  }

  private static boolean isComparison(Parsed text, int i) {
    boolean operator =
        i >= 0 && i < text.tokens().size() && COMPARISONS.contains(text.tokens().get(i).text());
    boolean from = text.is(i, "from") && text.is(i - 1, "distinct");
    return operator || from || text.is(i, "is");
  }

  /** Where an operator of several words begins. */
  private static int operator(Parsed text, int last) {
    int first = last;
    if (text.is(last, "from")) {
      first = text.is(last - 2, "not") ? last - 3 : last - 2;
    }
    return first;
  }

  private static Optional<Name> before(Parsed text, int operator) {
    return text.to(operator - 1).filter(name -> beginsComparison(text, name.first() - 1));
  }

  /** The name after an operator, which may have several words. */
  private static Optional<Name> after(Parsed text, int operator) {
    int name = operator + 1;
    if (text.is(operator, "is")) {
      name += text.is(name, "not") ? 1 : 0;
      name += text.is(name, "distinct") ? 2 : 0;
    }
    return text.from(name).filter(known -> endsComparison(text, known.last() + 1));
  }

  /** Whether what stands before a comparison has no part in it. */
  private static boolean beginsComparison(Parsed text, int before) {
    return before < 0
        || text.is(before, "(")
        || text.is(before, ",")
        || text.is(before, "and")
        || text.is(before, "or")
        || text.is(before, "not")
        || text.is(before, "when")
        || text.is(before, "then")
        || text.is(before, "else");
  }

  private static boolean endsComparison(Parsed text, int after) {
    return after >= text.tokens().size()
        || text.is(after, ")")
        || text.is(after, ",")
        || text.is(after, "and")
        || text.is(after, "or")
        || text.is(after, "then")
        || text.is(after, "else")
        || text.is(after, "when")
        || text.is(after, "end");
  }

  /** Whether it stands in a list of strings alone. */
  private static boolean isListed(Parsed text, int i) {
    boolean begins = text.is(i - 1, "(") || text.is(i - 1, ",");
    boolean ends = text.is(i + 1, ")") || text.is(i + 1, ",");
    return begins && ends;
  }

  private static Optional<Name> beforeList(Parsed text, int i) {
    int first = i;
    while (text.is(first - 1, ",") && isString(text, first - 2)) {
      first -= 2;
    }
    int last = i;
    while (text.is(last + 1, ",") && isString(text, last + 2)) {
      last += 2;
    }
    int in = first - 2;
    boolean list = text.is(first - 1, "(") && text.is(last + 1, ")") && text.is(in, "in");
    return list && endsComparison(text, last + 2)
        ? before(text, text.is(in - 1, "not") ? in - 1 : in)
        : Optional.empty();
  }

  /** What {@code CASE} chooses by: {@code CASE e WHEN 'a' THEN … WHEN 'b' THEN …}. */
  private static Optional<Name> chosen(Parsed text, int when) {
    int depth = 0;
    for (int j = when - 1; j >= 0; j--) {
      if (text.is(j, "end")) {
        depth++;
      } else if (text.is(j, "case") && depth > 0) {
        depth--;
      } else if (text.is(j, "case")) {
        return text.from(j + 1).filter(name -> text.is(name.last() + 1, "when"));
      }
    }
    return Optional.empty();
  }

  private Replacement replacing(Token string) {
    String text = string.text();
    boolean dollars = text.startsWith("$");
    int quote = dollars ? text.indexOf('$', 1) + 1 : text.indexOf('\'');
    String prefix = text.substring(0, quote);
    String written =
        dollars ? prefix + to() + prefix : prefix + "'" + to().replace("'", "''") + "'";
    return new Replacement(string.start(), string.end(), written);
  }
}
