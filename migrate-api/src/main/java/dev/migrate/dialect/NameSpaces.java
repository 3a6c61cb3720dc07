package dev.migrate.dialect;

import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The name spaces of a database: which kinds of objects cannot share a name. A kind can be in
 * several spaces: a key whose index has the same name is also in the space of the indexes.
 * Immutable.
 *
 * <pre>{@code
 * NameSpaces.ONE_FOR_ALL.apart(INDEX).perTable(CHECK, FOREIGN_KEY).without(IDENTITY, NOT_NULL)
 * }</pre>
 *
 * <p>Two branches that take the same name are in conflict, regardless of its case. Along one line
 * of revisions, a name that is already taken is refused exactly where the database would refuse it.
 */
public final class NameSpaces {

  /** The kinds of named objects. */
  public enum Kind {
    /** A table. */
    TABLE,
    /** A view. */
    VIEW,
    /** A sequence. */
    SEQUENCE,
    /**
     * The sequence that the database creates for an identity. It is named {@code table_column_seq},
     * or differently if that name is taken, and keeps its name when the table is renamed.
     */
    IDENTITY,
    /** An enum type. */
    ENUM_TYPE,
    /** An index. */
    INDEX,
    /** A primary key. */
    PRIMARY_KEY,
    /** A unique constraint. */
    KEY,
    /** A foreign key. */
    FOREIGN_KEY,
    /**
     * The index that the database creates for a foreign key without one, and names after the key.
     */
    FOREIGN_KEY_INDEX,
    /** A check. */
    CHECK,
    /**
     * The constraint that the database creates for a NOT NULL column. It is named {@code
     * table_column_not_null}, or differently if that name is taken, and keeps its name when the
     * table is renamed.
     */
    NOT_NULL,
    /** A column. */
    COLUMN;

    /**
     * Whether the database generates the name, and another one if that is taken.
     *
     * @return true if the name can block others, but cannot be blocked itself
     */
    public boolean isChosen() {
      return this == IDENTITY || this == NOT_NULL;
    }

    @Override
    public String toString() {
      return switch (this) {
        case IDENTITY -> "sequence of an identity";
        case KEY -> "unique constraint";
        case FOREIGN_KEY_INDEX -> "index of a foreign key";
        case NOT_NULL -> "not null constraint";
        default -> name().toLowerCase(Locale.ROOT).replace('_', ' ');
      };
    }
  }

  /**
   * A name in a space; it can be taken only once.
   *
   * @param space the space
   * @param scope the schema or table to which the space belongs
   * @param name the name as the database compares it
   */
  public record Place(Space space, String scope, String name) {

    /** As the record would have it, but the generated methods make a start slower. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Place that
          && name.equals(that.name)
          && scope.equals(that.scope)
          && space.equals(that.space);
    }

    /** Without the space: few places differ in that alone. */
    @Override
    public int hashCode() {
      return 31 * scope.hashCode() + name.hashCode();
    }
  }

  /**
   * A name space.
   *
   * @param isPerTable whether each table has one of its own
   * @param kinds the kinds that share it
   */
  public record Space(boolean isPerTable, Set<Kind> kinds) {

    /** Copies. */
    public Space {
      kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
    }

    @Override
    public boolean equals(Object other) {
      return this == other
          || (other instanceof Space that
              && isPerTable == that.isPerTable
              && kinds.equals(that.kinds));
    }

    @Override
    public int hashCode() {
      return kinds.hashCode();
    }

    @Override
    public String toString() {
      return "one space of names in a "
          + (isPerTable ? "table" : "schema")
          + " for "
          + (kinds.containsAll(OF_THE_AUTHOR)
              ? "all"
              : kinds.stream().map(Kind::toString).collect(Collectors.joining(", ")));
    }
  }

  private static final Set<Kind> OF_THE_AUTHOR =
      EnumSet.complementOf(EnumSet.of(Kind.COLUMN, Kind.NOT_NULL, Kind.FOREIGN_KEY_INDEX));

  private static final Space COLUMNS = new Space(true, EnumSet.of(Kind.COLUMN));
  private static final Space CONSTRAINTS =
      new Space(
          true,
          EnumSet.of(Kind.PRIMARY_KEY, Kind.KEY, Kind.FOREIGN_KEY, Kind.CHECK, Kind.NOT_NULL));

  /** The spaces that apply unless a dialect states otherwise. */
  private static final Map<Kind, List<Space>> ELSEWHERE =
      Map.of(
          Kind.COLUMN, List.of(COLUMNS),
          Kind.NOT_NULL, List.of(CONSTRAINTS),
          Kind.FOREIGN_KEY_INDEX, List.of());

  /**
   * One space per schema for everything that has a user-defined name, which every database accepts.
   * A dialect that states nothing else refuses no names along one line of revisions.
   */
  public static final NameSpaces ONE_FOR_ALL =
      new NameSpaces(Map.of(), Map.of(), name -> name.toLowerCase(Locale.ROOT));

  private final Map<Kind, List<Space>> stated;
  private final Map<Kind, List<Space>> spaces = new EnumMap<>(Kind.class);
  private final Map<Kind, UnaryOperator<String>> comparisons;
  private final UnaryOperator<String> comparison;

  private NameSpaces(
      Map<Kind, List<Space>> stated,
      Map<Kind, UnaryOperator<String>> comparisons,
      UnaryOperator<String> comparison) {
    this.stated = stated;
    this.comparisons = comparisons;
    this.comparison = comparison;
    for (Kind kind : Kind.values()) {
      spaces.put(kind, resolved(kind));
    }
  }

  /**
   * Puts these kinds into a separate space per schema.
   *
   * @param kinds the kinds that share it
   */
  public NameSpaces apart(Kind... kinds) {
    return with(new Space(false, Set.of(kinds)));
  }

  /**
   * Puts these kinds into a separate space per table.
   *
   * @param kinds the kinds that share it
   */
  public NameSpaces perTable(Kind... kinds) {
    return with(new Space(true, Set.of(kinds)));
  }

  private NameSpaces with(Space space) {
    Map<Kind, List<Space>> all = copy();
    for (Kind kind : space.kinds()) {
      List<Space> both = new ArrayList<>(stated.getOrDefault(kind, List.of()));
      both.add(space);
      all.put(kind, List.copyOf(both));
    }
    return new NameSpaces(Collections.unmodifiableMap(all), comparisons, comparison);
  }

  /** Declares that the database has no such objects, or ignores their names. */
  public NameSpaces without(Kind... kinds) {
    Map<Kind, List<Space>> all = copy();
    for (Kind kind : kinds) {
      all.put(kind, List.of());
    }
    return new NameSpaces(Collections.unmodifiableMap(all), comparisons, comparison);
  }

  private Map<Kind, List<Space>> copy() {
    Map<Kind, List<Space>> all = new EnumMap<>(Kind.class);
    all.putAll(stated);
    return all;
  }

  /**
   * Sets how the database compares names.
   *
   * @param form maps a name to the form in which it is compared; by default its lower case
   * @param kinds the kinds to which this applies; none for all
   */
  public NameSpaces comparing(UnaryOperator<String> form, Kind... kinds) {
    if (kinds.length == 0) {
      return new NameSpaces(stated, comparisons, form);
    }
    Map<Kind, UnaryOperator<String>> all = new EnumMap<>(Kind.class);
    all.putAll(comparisons);
    Arrays.stream(kinds).forEach(kind -> all.put(kind, form));
    return new NameSpaces(stated, Collections.unmodifiableMap(all), comparison);
  }

  /**
   * A copy that ignores the case of letters.
   *
   * @return a copy, which is used to judge branches
   */
  public NameSpaces ignoringCase() {
    return new NameSpaces(stated, Map.of(), ONE_FOR_ALL.comparison);
  }

  /**
   * Whether the dialect states its name spaces.
   *
   * @return false for {@link #ONE_FOR_ALL}
   */
  public boolean isKnown() {
    return !stated.isEmpty();
  }

  /**
   * Whether the database has names of this kind.
   *
   * @return false if it has no such objects, or ignores their names
   */
  public boolean has(Kind kind) {
    return !of(kind).isEmpty();
  }

  private List<Space> resolved(Kind kind) {
    List<Space> own = stated.getOrDefault(kind, ELSEWHERE.get(kind));
    if (own != null) {
      return own;
    }
    Set<Kind> others = EnumSet.copyOf(OF_THE_AUTHOR);
    others.removeAll(stated.keySet());
    Space rest = new Space(false, others);
    boolean isConstraint = CONSTRAINTS.kinds().contains(kind) && !stated.containsKey(Kind.NOT_NULL);
    return isConstraint ? List.of(rest, CONSTRAINTS) : List.of(rest);
  }

  private List<Space> of(Kind kind) {
    return spaces.getOrDefault(kind, List.of());
  }

  /**
   * The places that a name occupies.
   *
   * @param kind the kind of the named object
   * @param owner its table; the object itself if it belongs to none
   * @return the places; two objects with a place in common are refused; none if the database has no
   *     such names
   */
  public List<Place> places(Kind kind, QualifiedName owner, String name) {
    List<Space> of = of(kind);
    if (of.isEmpty()) {
      return List.of();
    }
    String schema = owner.namespace().map(part -> form(Kind.TABLE, part)).orElse("");
    String form = form(kind, name);
    List<Place> places = new ArrayList<>(of.size());
    for (Space space : of) {
      String scope = space.isPerTable() ? schema + "\0" + form(Kind.TABLE, owner.name()) : schema;
      places.add(new Place(space, scope, form));
    }
    return places;
  }

  private String form(Kind kind, String name) {
    UnaryOperator<String> form = comparisons.get(kind);
    return (form == null ? comparison : form).apply(name);
  }

  /**
   * Whether two objects of a schema can have the same name.
   *
   * @param one the kind of one object
   * @param other the kind of the other object
   * @param sameTable whether they belong to the same table
   * @return false if the name can be taken only once
   */
  public boolean allows(Kind one, Kind other, boolean sameTable) {
    return common(one, other, sameTable).isEmpty();
  }

  /** The first space that both kinds share. */
  private Optional<Space> common(Kind one, Kind other, boolean sameTable) {
    return of(one).stream()
        .filter(space -> of(other).contains(space) && (sameTable || !space.isPerTable()))
        .findFirst();
  }

  @Override
  public String toString() {
    return stated.isEmpty() ? "one space of names for all" : stated.toString();
  }
}
