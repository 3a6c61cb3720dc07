package dev.migrate.schema;

import dev.migrate.error.Facts;
import dev.migrate.error.SchemaException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a database looks like: all its tables, views, sequences, enum types and namespaces.
 * Immutable, thread-safe, equal by meaning; a changed copy shares what did not change. Objects come
 * in the order of their names. What an inspector saw and the model cannot hold is {@link
 * #unmodelled()}, which has no part in equality.
 *
 * <p>Tables, views, sequences and enum types share one space of names, as they do in the strictest
 * databases.
 */
public final class Schema {

  private static final Schema EMPTY =
      new Schema(
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          ReferringTables.NONE,
          List.of());

  /** What shares a space of names. */
  private static final List<ElementName.Kind> OBJECTS =
      List.of(
          ElementName.Kind.TABLE,
          ElementName.Kind.VIEW,
          ElementName.Kind.SEQUENCE,
          ElementName.Kind.ENUM_TYPE);

  private final PersistentMap<QualifiedName, Table> tables;
  private final PersistentMap<QualifiedName, View> views;
  private final PersistentMap<QualifiedName, Sequence> sequences;
  private final PersistentMap<QualifiedName, EnumType> enumTypes;
  private final PersistentMap<String, String> namespaces;
  private final ReferringTables referring;
  private final List<UnmodelledElement> unmodelled;

  private Schema(
      PersistentMap<QualifiedName, Table> tables,
      PersistentMap<QualifiedName, View> views,
      PersistentMap<QualifiedName, Sequence> sequences,
      PersistentMap<QualifiedName, EnumType> enumTypes,
      PersistentMap<String, String> namespaces,
      ReferringTables referring,
      List<UnmodelledElement> unmodelled) {
    this.tables = tables;
    this.views = views;
    this.sequences = sequences;
    this.enumTypes = enumTypes;
    this.namespaces = namespaces;
    this.referring = referring;
    this.unmodelled = unmodelled;
  }

  /** A database without anything in it but its default schema. */
  public static Schema empty() {
    return EMPTY;
  }

  /** The tables in the order of their names. */
  public List<Table> tables() {
    return tables.values();
  }

  /** The views in the order of their names. */
  public List<View> views() {
    return views.values();
  }

  /** The sequences in the order of their names. */
  public List<Sequence> sequences() {
    return sequences.values();
  }

  /** The enum types in the order of their names. */
  public List<EnumType> enumTypes() {
    return enumTypes.values();
  }

  /** The namespaces beside the connection's default one. */
  public List<String> namespaces() {
    return namespaces.keys();
  }

  /** The table of this name, if there is one. */
  public Optional<Table> findTable(QualifiedName name) {
    return Optional.ofNullable(tables.get(name));
  }

  /**
   * The table of this name.
   *
   * @throws SchemaException if there is none; the message names the known ones
   */
  public Table table(QualifiedName name) {
    return findTable(name).orElseThrow(() -> unknown("table", name, tables.keys()));
  }

  /**
   * The tables with a foreign key to a table, in the order of their names; a table that refers to
   * itself is one of them. Takes as long as there are such tables, however large the schema is.
   */
  public List<Table> tablesReferringTo(QualifiedName name) {
    return referring.to(name).stream().map(this::table).toList();
  }

  /** The view of this name, if there is one. */
  public Optional<View> findView(QualifiedName name) {
    return Optional.ofNullable(views.get(name));
  }

  /**
   * The view of this name.
   *
   * @throws SchemaException if there is none; the message names the known ones
   */
  public View view(QualifiedName name) {
    return findView(name).orElseThrow(() -> unknown("view", name, views.keys()));
  }

  /** The sequence of this name, if there is one. */
  public Optional<Sequence> findSequence(QualifiedName name) {
    return Optional.ofNullable(sequences.get(name));
  }

  /**
   * The sequence of this name.
   *
   * @throws SchemaException if there is none; the message names the known ones
   */
  public Sequence sequence(QualifiedName name) {
    return findSequence(name).orElseThrow(() -> unknown("sequence", name, sequences.keys()));
  }

  /** The enum type of this name, if there is one. */
  public Optional<EnumType> findEnumType(QualifiedName name) {
    return Optional.ofNullable(enumTypes.get(name));
  }

  /**
   * The enum type of this name.
   *
   * @throws SchemaException if there is none; the message names the known ones
   */
  public EnumType enumType(QualifiedName name) {
    return findEnumType(name).orElseThrow(() -> unknown("enum type", name, enumTypes.keys()));
  }

  /** Whether there is a namespace of this name beside the default one. */
  public boolean hasNamespace(String name) {
    return namespaces.get(name) != null;
  }

  /** Whether there is an element of this kind and name. */
  public boolean has(ElementName name) {
    Optional<Table> table = findTable(name.object());
    String part = name.part().orElse("");
    return switch (name.kind()) {
      case SCHEMA -> hasNamespace(name.object().name());
      case ENUM_TYPE -> enumTypes.get(name.object()) != null;
      case SEQUENCE -> sequences.get(name.object()) != null;
      case VIEW -> views.get(name.object()) != null;
      case TABLE -> table.isPresent();
      case COLUMN -> table.flatMap(known -> known.findColumn(part)).isPresent();
      case CONSTRAINT -> table.flatMap(known -> known.findConstraint(part)).isPresent();
      case INDEX -> table.flatMap(known -> known.findIndex(part)).isPresent();
    };
  }

  /**
   * Checks that a name is free and its namespace there.
   *
   * @param name the name of an object to be
   * @throws SchemaException if a table, view, sequence or enum type has it, or its namespace is
   *     unknown
   */
  public void requireFree(QualifiedName name) {
    name.namespace().ifPresent(this::requireNamespace);
    for (ElementName.Kind kind : OBJECTS) {
      if (has(new ElementName(kind, name, Optional.empty()))) {
        throw new SchemaException(
            Facts.of("the name " + name + " is taken by " + a(kind))
                .next("choose another name, or drop what has it first"));
      }
    }
  }

  private static String a(ElementName.Kind kind) {
    return (kind == ElementName.Kind.ENUM_TYPE ? "an " : "a ") + kind;
  }

  /**
   * Checks that a namespace is there.
   *
   * @throws SchemaException if it is not
   */
  public void requireNamespace(String name) {
    if (!hasNamespace(name)) {
      throw unknown("schema", name, namespaces());
    }
  }

  /** The same with a table put in or replaced. */
  public Schema with(Table table) {
    return new Schema(
        tables.with(table.name(), table),
        views,
        sequences,
        enumTypes,
        namespaces,
        referring.replaced(findTable(table.name()), Optional.of(table)),
        unmodelled);
  }

  /** The same with a view put in or replaced. */
  public Schema with(View view) {
    return new Schema(
        tables,
        views.with(view.name(), view),
        sequences,
        enumTypes,
        namespaces,
        referring,
        unmodelled);
  }

  /** The same with a sequence put in or replaced. */
  public Schema with(Sequence sequence) {
    return new Schema(
        tables,
        views,
        sequences.with(sequence.name(), sequence),
        enumTypes,
        namespaces,
        referring,
        unmodelled);
  }

  /** The same with an enum type put in or replaced. */
  public Schema with(EnumType type) {
    return new Schema(
        tables,
        views,
        sequences,
        enumTypes.with(type.name(), type),
        namespaces,
        referring,
        unmodelled);
  }

  /** The same with a namespace beside the default one. */
  public Schema withNamespace(String namespace) {
    return new Schema(
        tables,
        views,
        sequences,
        enumTypes,
        namespaces.with(namespace, namespace),
        referring,
        unmodelled);
  }

  /** The same without the table, view, sequence or enum type of this name. */
  public Schema without(QualifiedName name) {
    return new Schema(
        tables.without(name),
        views.without(name),
        sequences.without(name),
        enumTypes.without(name),
        namespaces,
        referring.replaced(findTable(name), Optional.empty()),
        unmodelled.isEmpty()
            ? unmodelled
            : unmodelled.stream().filter(element -> !isOf(element, name)).toList());
  }

  private static boolean isOf(UnmodelledElement element, QualifiedName object) {
    return element.owner().filter(owner -> owner.object().equals(object)).isPresent();
  }

  /**
   * What an inspector saw in the database and this schema cannot hold. Has no part in equality.
   *
   * @return the objects and attributes in the order in which they were read; none unless inspected
   */
  public List<UnmodelledElement> unmodelled() {
    return unmodelled;
  }

  /**
   * The same with other objects and attributes that it cannot hold.
   *
   * @return a copy, equal to this
   */
  public Schema withUnmodelled(List<UnmodelledElement> others) {
    return new Schema(
        tables, views, sequences, enumTypes, namespaces, referring, List.copyOf(others));
  }

  /**
   * The sequences that are dropped with a table or one of its columns.
   *
   * @param column the column; empty for any
   */
  public List<Sequence> sequencesOwnedBy(QualifiedName table, Optional<String> column) {
    return sequences().stream()
        .filter(
            sequence ->
                sequence
                    .ownedBy()
                    .filter(owner -> owner.table().equals(table))
                    .filter(owner -> column.isEmpty() || owner.column().equals(column.get()))
                    .isPresent())
        .toList();
  }

  /** The same without a namespace; what is in it stays. */
  public Schema withoutNamespace(String namespace) {
    return new Schema(
        tables, views, sequences, enumTypes, namespaces.without(namespace), referring, unmodelled);
  }

  /**
   * The names of all tables, views, sequences and enum types.
   *
   * @return the names, tables first
   */
  public List<QualifiedName> names() {
    List<QualifiedName> names = new ArrayList<>(tables.keys());
    names.addAll(views.keys());
    names.addAll(sequences.keys());
    names.addAll(enumTypes.keys());
    return names;
  }

  /**
   * The tables, views, sequences and enum types that are not the very same in an earlier schema:
   * new, gone, or replaced. Takes as long as there are changes, however large the schema is.
   */
  public Set<QualifiedName> changedSince(Schema before) {
    Set<QualifiedName> changed = new LinkedHashSet<>(tables.keysOtherThanIn(before.tables));
    changed.addAll(views.keysOtherThanIn(before.views));
    changed.addAll(sequences.keysOtherThanIn(before.sequences));
    changed.addAll(enumTypes.keysOtherThanIn(before.enumTypes));
    return changed;
  }

  /**
   * The same with names replaced, of the objects themselves and wherever another refers to them,
   * except in texts.
   *
   * @param rename the new name for each old one
   */
  public Schema renaming(UnaryOperator<QualifiedName> rename) {
    return new ObjectNames(rename).apply(this);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof Schema that && isEqual(that));
  }

  private boolean isEqual(Schema that) {
    return tables().equals(that.tables())
        && views().equals(that.views())
        && sequences().equals(that.sequences())
        && enumTypes().equals(that.enumTypes())
        && namespaces().equals(that.namespaces());
  }

  @Override
  public int hashCode() {
    return Objects.hash(tables(), views(), sequences(), enumTypes(), namespaces());
  }

  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    namespaces().forEach(name -> lines.add("schema " + name));
    Stream.of(enumTypes(), sequences(), tables(), views())
        .flatMap(List::stream)
        .forEach(object -> lines.add(object.toString()));
    unmodelled.forEach(element -> lines.add("not modelled: " + element));
    return lines.isEmpty() ? "empty schema" : String.join("\n", lines);
  }

  private static SchemaException unknown(String kind, Object wanted, List<?> known) {
    return new SchemaException(
        Facts.of("there is no " + kind + " \"" + wanted + "\"")
            .known(wanted.toString(), known)
            .next("correct the name, or create it in an earlier revision"));
  }
}
