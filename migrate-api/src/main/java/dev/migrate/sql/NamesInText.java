package dev.migrate.sql;

import dev.migrate.sql.Name.Place;
import dev.migrate.sql.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The names in a text, and what each is the name of as far as its place shows. Looks at what stands
 * before and after a name; what it does not know for certain is {@link Place#UNCLEAR}. Built once
 * for a text, read-only afterwards.
 */
final class NamesInText {

  private static final Set<String> CASTS = Set.of("cast", "try_cast", "safe_cast", "xmlcast");

  /** Functions whose first argument is a unit if they have so many arguments. */
  private static final Map<String, Integer> WITH_UNIT =
      Map.of("timestampdiff", 3, "timestampadd", 3, "datediff", 3, "dateadd", 3, "date_diff", 3);

  private static final Set<String> TRIMMED = Set.of("both", "leading", "trailing");

  /** What {@code IS} can ask for beside a value. */
  private static final Set<String> AFTER_IS =
      Set.of("json", "document", "of", "normalized", "nfc", "nfd", "nfkc", "nfkd", "unknown", "a");

  private final List<Token> tokens;
  private final boolean isQuery;
  private final Map<Integer, Name> names = new TreeMap<>();
  private final boolean[] isNone;
  private final int[] enclosing;
  private final int[] closed;

  private NamesInText(List<Token> tokens) {
    this.tokens = tokens;
    this.isQuery = tokens.stream().anyMatch(token -> token.is("select") || token.is("values"));
    this.isNone = new boolean[tokens.size()];
    this.enclosing = new int[tokens.size()];
    this.closed = new int[tokens.size()];
  }

  /** The names in the order in which they begin. */
  static List<Name> of(List<Token> tokens) {
    NamesInText names = new NamesInText(tokens);
    names.match();
    names.read();
    return Collections.unmodifiableList(new ArrayList<>(names.names.values()));
  }

  private void read() {
    for (int i = 0; i < tokens.size(); i++) {
      if (isNext(i)) {
        isNone[i] = true;
        isNone[i + 1] = true;
      } else if (tokens.get(i).isName() && !isNone[i] && isName(i)) {
        i = read(i);
      } else if (is(i, "at") && is(i + 1, "time") && is(i + 2, "zone")) {
        isNone[i + 1] = true;
        isNone[i + 2] = true;
      } else if (is(i, "as")) {
        readAlias(i);
      }
    }
  }

  /** {@code NEXT VALUE FOR}, and what H2 and MariaDB have beside it. */
  private boolean isNext(int i) {
    boolean next = is(i, "next") || is(i, "previous") || is(i, "current");
    return next && is(i + 1, "value") && is(i + 2, "for");
  }

  /** A keyword is a name where only a value can stand and nothing of its own follows. */
  private boolean isName(int i) {
    Token token = tokens.get(i);
    if (token.kind() == Kind.NAME || !Words.isKeyword(token.text())) {
      return true;
    }
    boolean qualified = is(i - 1, ".") || is(i + 1, ".");
    boolean alone = i + 1 == tokens.size() || isPlainSymbol(i + 1);
    return qualified || (!Words.isReserved(token.text()) && expectsValue(i) && alone);
  }

  private boolean isPlainSymbol(int i) {
    return tokens.get(i).kind() == Kind.SYMBOL && !is(i, "(") && !is(i, "[");
  }

  /**
   * Reads a name with all its parts, and returns the index of the last token that belongs to it.
   */
  private int read(int first) {
    List<Token> parts = new ArrayList<>(List.of(tokens.get(first)));
    int last = first;
    while (is(last + 1, ".") && last + 2 < tokens.size() && tokens.get(last + 2).isName()) {
      last += 2;
      parts.add(tokens.get(last));
    }
    boolean row = is(last + 1, ".") && is(last + 2, "*");
    Place place = row && !isQuery ? Place.ROW : place(first, last, parts);
    names.put(first, new Name(List.copyOf(parts), place, first, last));
    if (place == Place.TYPE) {
      readTypeTail(last + 1);
    }
    return last;
  }

  private void readTypeTail(int from) {
    int i = from;
    if (is(i, "(")) {
      i = closing(i) + 1;
    }
    while (i < tokens.size()
        && tokens.get(i).kind() == Kind.WORD
        && (Words.isTypeTail(tokens.get(i).text()) || Words.isUnit(tokens.get(i).text()))) {
      isNone[i] = true;
      i++;
      if (is(i, "(")) {
        i = closing(i) + 1;
      }
    }
  }

  /** What comes after {@code AS} in a cast is a type, and elsewhere an alias. */
  private void readAlias(int as) {
    if (isCast(as)) {
      return;
    }
    if (as + 1 < tokens.size() && tokens.get(as + 1).isName() && !isQuery) {
      isNone[as + 1] = true;
    }
  }

  private boolean isCast(int inside) {
    int head = opening(inside) - 1;
    return head >= 0 && CASTS.contains(Words.lower(tokens.get(head).text()));
  }

  private Place place(int first, int last, List<Token> parts) {
    Optional<Place> certain = certain(first, last);
    if (certain.isPresent()) {
      return certain.orElseThrow();
    }
    if (isQuery || is(first - 1, ".") || parts.get(0).value().isEmpty()) {
      return Place.UNCLEAR;
    }
    return isUnit(first, last) || isOther(first, last)
        ? Place.NONE
        : isValue(first, last) ? Place.VALUE : afterValue(first);
  }

  /** What the words directly before and after it show, in a query as elsewhere. */
  private Optional<Place> certain(int first, int last) {
    boolean type =
        is(first - 1, "::")
            || is(first - 1, "returning")
            || (is(first - 1, "as") && isCast(first - 1))
            || isConverted(first, last);
    if (type) {
      return Optional.of(Place.TYPE);
    } else if (is(first - 1, "for") && is(first - 2, "value")) {
      return Optional.of(Place.SEQUENCE);
    } else if (is(last + 1, "(")) {
      return Optional.of(Place.FUNCTION);
    } else if (last + 1 < tokens.size() && tokens.get(last + 1).kind() == Kind.STRING) {
      return Optional.of(Place.TYPE);
    }
    boolean collation =
        is(first - 1, "collate")
            || is(first - 1, "using")
            || is(first - 1, "charset")
            || (is(first - 1, "set") && is(first - 2, "character"));
    return collation ? Optional.of(Place.COLLATION) : Optional.empty();
  }

  /** The second of two arguments of {@code CONVERT} is a type. */
  private boolean isConverted(int first, int last) {
    int open = opening(first);
    return is(first - 1, ",")
        && is(open - 1, "convert")
        && arguments(open) == 2
        && (is(last + 1, ")") || is(last + 1, "("));
  }

  private boolean isUnit(int first, int last) {
    if (first != last) {
      return false;
    }
    if (is(first - 1, "(") && first > 1) {
      String function = Words.lower(tokens.get(first - 2).text());
      if (function.equals("extract") && is(first + 1, "from")) {
        return true;
      }
      Integer arguments = WITH_UNIT.get(function);
      if (arguments != null && is(first + 1, ",") && arguments(first - 1) == arguments) {
        return true;
      }
      if (function.equals("trim") && TRIMMED.contains(Words.lower(tokens.get(first).text()))) {
        return !is(first + 1, ")") && !is(first + 1, ",");
      }
      if (function.equals("get_format")) {
        return true;
      }
    }
    return Words.isUnit(tokens.get(first).text())
        && (followsInterval(first) || (is(first - 1, "to") && isUnitAt(first - 2)));
  }

  private boolean isUnitAt(int i) {
    return i >= 0 && Words.isUnit(tokens.get(i).text());
  }

  /** Whether the value before it has {@code INTERVAL} before it. */
  private boolean followsInterval(int unit) {
    int value = unit - 1;
    if (is(value, ")")) {
      value = opening(value);
    }
    while (value > 1 && is(value - 1, ".")) {
      value -= 2;
    }
    if (value < 0 || (tokens.get(value).kind() == Kind.SYMBOL && !is(unit - 1, ")"))) {
      return false;
    }
    boolean signed = is(value - 1, "-") || is(value - 1, "+");
    return is(signed ? value - 2 : value - 1, "interval");
  }

  private boolean isOther(int first, int last) {
    boolean argument = is(last + 1, "=>") || is(last + 1, ":=");
    return argument || is(first - 1, "format") || (is(first - 1, "at") && is(first, "local"));
  }

  private boolean isValue(int first, int last) {
    return expectsValue(first) && endsValue(first, last) && !isFirstUnit(first, last);
  }

  /** {@code DATE_TRUNC(DAY, x)} on H2, where others have a value. */
  private boolean isFirstUnit(int first, int last) {
    boolean truncates =
        is(first - 1, "(") && is(first - 2, "date_trunc") && first == last && is(last + 1, ",");
    return truncates && Words.isUnit(tokens.get(first).text());
  }

  /** Whether a value can begin at this token. */
  private boolean expectsValue(int i) {
    if (i == 0) {
      return true;
    }
    Token before = tokens.get(i - 1);
    if (before.kind() == Kind.SYMBOL) {
      boolean operator = before.is(")") && is(opening(i - 1) - 1, "operator");
      return operator || !(before.is(")") || before.is("]") || before.is("."));
    }
    boolean keyword =
        before.kind() == Kind.WORD
            && Words.beforeValue(before.text())
            && !names.containsKey(i - 1)
            && !isNone[i - 1];
    boolean asked = before.is("is") || (before.is("not") && is(i - 2, "is"));
    boolean similar =
        (before.is("to") && is(i - 2, "similar")) || (before.is("zone") && isNone[i - 1]);
    boolean other = asked && AFTER_IS.contains(Words.lower(tokens.get(i).text()));
    return (keyword || similar) && !other;
  }

  private boolean endsValue(int first, int last) {
    if (last + 1 == tokens.size()) {
      return true;
    }
    Token after = tokens.get(last + 1);
    boolean interval = is(first - 1, "interval") && Words.isUnit(after.text());
    return (after.kind() == Kind.SYMBOL && !after.is(".") && !after.is("("))
        || (after.kind() == Kind.WORD && (Words.afterValue(after.text()) || interval));
  }

  /** After a value that has ended, there is no other one. */
  private Place afterValue(int first) {
    if (first == 0) {
      return Place.UNCLEAR;
    }
    Token before = tokens.get(first - 1);
    boolean ended =
        before.is("]")
            || before.kind() == Kind.STRING
            || before.kind() == Kind.NUMBER
            || (before.is(")") && !is(opening(first - 1) - 1, "operator"));
    return ended ? Place.NONE : Place.UNCLEAR;
  }

  private boolean is(int i, String word) {
    return i >= 0 && i < tokens.size() && tokens.get(i).is(word);
  }

  /** The parenthesis that is open at a token, or opens the one that is closed there; -1 if none. */
  private int opening(int i) {
    return enclosing[i];
  }

  private int closing(int open) {
    return closed[open];
  }

  /** How many arguments the parenthesis that opens here has. */
  private int arguments(int open) {
    int commas = 0;
    for (int j = open + 1; j < closing(open); j++) {
      if (is(j, ",") && enclosing[j] == open) {
        commas++;
      }
    }
    return commas + 1;
  }

  private void match() {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      boolean opens = is(i, "(") || is(i, "[");
      boolean closes = is(i, ")") || is(i, "]");
      enclosing[i] = open.isEmpty() ? -1 : open.peek();
      if (opens) {
        open.push(i);
      } else if (closes && !open.isEmpty()) {
        closed[open.pop()] = i;
      }
    }
  }
}
