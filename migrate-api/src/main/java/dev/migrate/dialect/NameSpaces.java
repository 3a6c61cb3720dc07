package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which things of a schema may not have the same name in a database. Names that differ in nothing
 * but upper and lower case count as the same everywhere. What is named in several spaces shares
 * each of them: a foreign key whose index has its name is in the space of the indexes as well.
 * Immutable.
 *
 * <pre>{@code
 * NameSpaces.ONE_FOR_ALL.apart(INDEX).perTable(CHECK, FOREIGN_KEY)
 * }</pre>
 */
public final class NameSpaces {

  /** What has a name. */
  public enum Kind {
    /** A table. */
    TABLE,
    /** A view. */
    VIEW,
    /** A sequence. */
    SEQUENCE,
    /** The sequence that the database makes for an identity, if it makes one with a plain name. */
    IDENTITY,
    /** An enum type. */
    ENUM_TYPE,
    /** An index. */
    INDEX,
    /** A primary key or unique constraint. */
    KEY,
    /** A foreign key. */
    FOREIGN_KEY,
    /** A check. */
    CHECK;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** One space in each schema for everything that has a name: what every database accepts. */
  public static final NameSpaces ONE_FOR_ALL = new NameSpaces(Map.of());

  private static final List<Space> EVERYTHING_ELSE = List.of(new Space(false, List.of()));

  /**
   * One space of names.
   *
   * @param isPerTable whether each table has its own
   * @param kinds what shares it; none for all that has no other space
   */
  private record Space(boolean isPerTable, List<Kind> kinds) {}

  private final Map<Kind, List<Space>> spaces;

  private NameSpaces(Map<Kind, List<Space>> spaces) {
    this.spaces = spaces;
  }

  /**
   * These share a space in each schema, apart from all others.
   *
   * @param kinds what shares it
   * @return a copy
   */
  public NameSpaces apart(Kind... kinds) {
    return with(false, kinds);
  }

  /**
   * These share a space in each table, or have names of which nobody takes notice.
   *
   * @param kinds what shares it
   * @return a copy
   */
  public NameSpaces perTable(Kind... kinds) {
    return with(true, kinds);
  }

  private NameSpaces with(boolean isPerTable, Kind... kinds) {
    Map<Kind, List<Space>> all = new EnumMap<>(Kind.class);
    all.putAll(spaces);
    Space space = new Space(isPerTable, List.of(kinds));
    for (Kind kind : kinds) {
      List<Space> both = new ArrayList<>(spaces.getOrDefault(kind, List.of()));
      both.add(space);
      all.put(kind, List.copyOf(both));
    }
    return new NameSpaces(Collections.unmodifiableMap(all));
  }

  private List<Space> of(Kind kind) {
    return spaces.getOrDefault(kind, EVERYTHING_ELSE);
  }

  /** The first space in which two things cannot have the same name. */
  private Optional<Space> common(Kind one, Kind other, boolean sameTable) {
    return of(one).stream()
        .filter(space -> of(other).contains(space) && (sameTable || !space.isPerTable()))
        .findFirst();
  }

  /**
   * Whether two things of a schema can have the same name.
   *
   * @param one the kind of the one
   * @param other the kind of the other
   * @param sameTable whether they belong to the same table
   * @return false if the name can be taken only once
   */
  public boolean allows(Kind one, Kind other, boolean sameTable) {
    return common(one, other, sameTable).isEmpty();
  }

  /**
   * Which space two things share, in words.
   *
   * @param one the kind of the one
   * @param other the kind of the other
   * @param sameTable whether they belong to the same table
   * @return such as {@code one space of names in a schema for index, key}
   */
  public String describe(Kind one, Kind other, boolean sameTable) {
    Space space = common(one, other, sameTable).orElse(of(one).get(0));
    String who =
        spaces.isEmpty()
            ? "all"
            : Arrays.stream(Kind.values())
                .filter(kind -> of(kind).contains(space))
                .map(Kind::toString)
                .collect(Collectors.joining(", "));
    return "one space of names in a " + (space.isPerTable() ? "table" : "schema") + " for " + who;
  }

  @Override
  public String toString() {
    return spaces.isEmpty() ? "one space of names for all" : spaces.toString();
  }
}
