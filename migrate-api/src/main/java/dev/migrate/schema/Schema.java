package dev.migrate.schema;

import dev.migrate.error.Facts;
import dev.migrate.error.SchemaException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
          List.of());

  private final PersistentMap<QualifiedName, Table> tables;
  private final PersistentMap<QualifiedName, View> views;
  private final PersistentMap<QualifiedName, Sequence> sequences;
  private final PersistentMap<QualifiedName, EnumType> enumTypes;
  private final PersistentMap<String, String> namespaces;
  private final List<UnmodelledElement> unmodelled;

  private Schema(
      PersistentMap<QualifiedName, Table> tables,
      PersistentMap<QualifiedName, View> views,
      PersistentMap<QualifiedName, Sequence> sequences,
      PersistentMap<QualifiedName, EnumType> enumTypes,
      PersistentMap<String, String> namespaces,
      List<UnmodelledElement> unmodelled) {
    this.tables = tables;
    this.views = views;
    this.sequences = sequences;
    this.enumTypes = enumTypes;
    this.namespaces = namespaces;
    this.unmodelled = unmodelled;
  }

  /**
   * A database without anything in it but its default schema.
   *
   * @return the empty schema
   */
  public static Schema empty() {
    return EMPTY;
  }

  /**
   * The tables.
   *
   * @return the tables in the order of their names
   */
  public List<Table> tables() {
    return tables.values();
  }

  /**
   * The views.
   *
   * @return the views in the order of their names
   */
  public List<View> views() {
    return views.values();
  }

  /**
   * The sequences.
   *
   * @return the sequences in the order of their names
   */
  public List<Sequence> sequences() {
    return sequences.values();
  }

  /**
   * The enum types.
   *
   * @return the enum types in the order of their names
   */
  public List<EnumType> enumTypes() {
    return enumTypes.values();
  }

  /**
   * The namespaces beside the connection's default one.
   *
   * @return their names in order
   */
  public List<String> namespaces() {
    return namespaces.keys();
  }

  /**
   * A table by its name.
   *
   * @param name the name
   * @return the table, if there is one of this name
   */
  public Optional<Table> findTable(QualifiedName name) {
    return Optional.ofNullable(tables.get(name));
  }

  /**
   * A table by its name.
   *
   * @param name the name
   * @return the table
   * @throws SchemaException if there is none; the message names the known ones
   */
  public Table table(QualifiedName name) {
    return findTable(name).orElseThrow(() -> unknown("table", name, tables.keys()));
  }

  /**
   * A view by its name.
   *
   * @param name the name
   * @return the view, if there is one of this name
   */
  public Optional<View> findView(QualifiedName name) {
    return Optional.ofNullable(views.get(name));
  }

  /**
   * A view by its name.
   *
   * @param name the name
   * @return the view
   * @throws SchemaException if there is none; the message names the known ones
   */
  public View view(QualifiedName name) {
    return findView(name).orElseThrow(() -> unknown("view", name, views.keys()));
  }

  /**
   * A sequence by its name.
   *
   * @param name the name
   * @return the sequence, if there is one of this name
   */
  public Optional<Sequence> findSequence(QualifiedName name) {
    return Optional.ofNullable(sequences.get(name));
  }

  /**
   * A sequence by its name.
   *
   * @param name the name
   * @return the sequence
   * @throws SchemaException if there is none; the message names the known ones
   */
  public Sequence sequence(QualifiedName name) {
    return findSequence(name).orElseThrow(() -> unknown("sequence", name, sequences.keys()));
  }

  /**
   * An enum type by its name.
   *
   * @param name the name
   * @return the enum type, if there is one of this name
   */
  public Optional<EnumType> findEnumType(QualifiedName name) {
    return Optional.ofNullable(enumTypes.get(name));
  }

  /**
   * An enum type by its name.
   *
   * @param name the name
   * @return the enum type
   * @throws SchemaException if there is none; the message names the known ones
   */
  public EnumType enumType(QualifiedName name) {
    return findEnumType(name).orElseThrow(() -> unknown("enum type", name, enumTypes.keys()));
  }

  /**
   * Whether there is a namespace of this name beside the default one.
   *
   * @param name the name
   * @return whether it exists
   */
  public boolean hasNamespace(String name) {
    return namespaces.get(name) != null;
  }

  /**
   * Whether there is an element of this kind and name.
   *
   * @param name the name
   * @return whether it exists
   */
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
    Object taken =
        Stream.of(tables, views, sequences, enumTypes)
            .map(map -> (Object) map.get(name))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    if (taken != null) {
      String kind = taken.getClass().getSimpleName().toLowerCase(Locale.ROOT);
      throw new SchemaException(
          Facts.of("the name " + name + " is taken by a " + kind.replace("enumtype", "enum type"))
              .next("choose another name, or drop what has it first"));
    }
  }

  /**
   * Checks that a namespace is there.
   *
   * @param name the namespace
   * @throws SchemaException if it is not
   */
  public void requireNamespace(String name) {
    if (!hasNamespace(name)) {
      throw unknown("schema", name, namespaces());
    }
  }

  /**
   * The same with a table put in or replaced.
   *
   * @param table the table
   * @return a copy
   */
  public Schema with(Table table) {
    return new Schema(
        tables.with(table.name(), table), views, sequences, enumTypes, namespaces, unmodelled);
  }

  /**
   * The same with a view put in or replaced.
   *
   * @param view the view
   * @return a copy
   */
  public Schema with(View view) {
    return new Schema(
        tables, views.with(view.name(), view), sequences, enumTypes, namespaces, unmodelled);
  }

  /**
   * The same with a sequence put in or replaced.
   *
   * @param sequence the sequence
   * @return a copy
   */
  public Schema with(Sequence sequence) {
    return new Schema(
        tables,
        views,
        sequences.with(sequence.name(), sequence),
        enumTypes,
        namespaces,
        unmodelled);
  }

  /**
   * The same with an enum type put in or replaced.
   *
   * @param type the enum type
   * @return a copy
   */
  public Schema with(EnumType type) {
    return new Schema(
        tables, views, sequences, enumTypes.with(type.name(), type), namespaces, unmodelled);
  }

  /**
   * The same with a namespace beside the default one.
   *
   * @param namespace its name
   * @return a copy
   */
  public Schema withNamespace(String namespace) {
    return new Schema(
        tables, views, sequences, enumTypes, namespaces.with(namespace, namespace), unmodelled);
  }

  /**
   * The same without the table, view, sequence or enum type of this name.
   *
   * @param name the name
   * @return a copy
   */
  public Schema without(QualifiedName name) {
    return new Schema(
        tables.without(name),
        views.without(name),
        sequences.without(name),
        enumTypes.without(name),
        namespaces,
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
   * @param others the objects and attributes
   * @return a copy, equal to this
   */
  public Schema withUnmodelled(List<UnmodelledElement> others) {
    return new Schema(tables, views, sequences, enumTypes, namespaces, List.copyOf(others));
  }

  /**
   * The sequences that are dropped with a table or one of its columns.
   *
   * @param table the table
   * @param column the column; empty for any
   * @return the sequences in the order of their names
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

  /**
   * The same without a namespace; what is in it stays.
   *
   * @param namespace its name
   * @return a copy
   */
  public Schema withoutNamespace(String namespace) {
    return new Schema(
        tables, views, sequences, enumTypes, namespaces.without(namespace), unmodelled);
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
   *
   * @param before the earlier schema
   * @return their names
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
   * @return a copy
   */
  public Schema renaming(UnaryOperator<QualifiedName> rename) {
    ObjectNames renaming = new ObjectNames(rename);
    Schema renamed = this;
    for (QualifiedName name : names()) {
      renamed = rename.apply(name).equals(name) ? renamed : renamed.without(name);
    }
    for (Table table : tables()) {
      Table followed = renaming.apply(table);
      renamed = followed.equals(table) ? renamed : renamed.with(followed);
    }
    for (View view : views()) {
      renamed = renamed.with(renaming.apply(view));
    }
    for (Sequence sequence : sequences()) {
      renamed = renamed.with(renaming.apply(sequence));
    }
    for (EnumType type : enumTypes()) {
      renamed = renamed.with(type.withName(rename.apply(type.name())));
    }
    return unmodelled.isEmpty()
        ? renamed
        : renamed.withUnmodelled(unmodelled.stream().map(renaming::apply).toList());
  }

  /**
   * The same with another name for a table, in texts too.
   *
   * @param from the table
   * @param to its new name in the same schema
   * @return a copy
   * @throws SchemaException if it is not certain what in a text means the table
   */
  public Schema renamingTable(QualifiedName from, String to) {
    return new SchemaTexts(this).renamingTable(from, to).renaming(one(from, to));
  }

  /**
   * The same with another name for a view, in texts too.
   *
   * @param from the view
   * @param to its new name in the same schema
   * @return a copy
   * @throws SchemaException if it is not certain what in a text means the view
   */
  public Schema renamingView(QualifiedName from, String to) {
    return new SchemaTexts(this).renamingView(from, to).renaming(one(from, to));
  }

  /**
   * The same with another name for a sequence, in texts too.
   *
   * @param from the sequence
   * @param to its new name in the same schema
   * @return a copy
   * @throws SchemaException if the query of a view names the sequence, or it is not certain what in
   *     a text means it
   */
  public Schema renamingSequence(QualifiedName from, String to) {
    return new SchemaTexts(this).renamingSequence(from, to).renaming(one(from, to));
  }

  /**
   * The same with another name for an enum type, in texts too.
   *
   * @param from the enum type
   * @param to its new name in the same schema
   * @return a copy
   * @throws SchemaException if the query of a view names the type, or it is not certain what in a
   *     text means it
   */
  public Schema renamingEnumType(QualifiedName from, String to) {
    return new SchemaTexts(this).renamingEnumType(from, to).renaming(one(from, to));
  }

  /**
   * The same with another name for a namespace and so for all that is in it, in texts too.
   *
   * @param from the namespace
   * @param to its new name
   * @return a copy
   * @throws SchemaException if it is not certain what in a text means the namespace
   */
  public Schema renamingNamespace(String from, String to) {
    return new SchemaTexts(this)
        .renamingNamespace(from, to)
        .withoutNamespace(from)
        .withNamespace(to)
        .renaming(
            name ->
                name.namespace().filter(from::equals).isPresent()
                    ? QualifiedName.in(to, name.name())
                    : name);
  }

  /**
   * The same with another text for a label of an enum type, in texts too. Defaults that are the
   * label alone follow as well.
   *
   * @param type the enum type
   * @param from the label
   * @param to its new text
   * @return a copy
   * @throws SchemaException if the query of a view has the label, or it is not certain what in a
   *     text is the label
   */
  public Schema renamingLabel(QualifiedName type, String from, String to) {
    List<String> labels =
        enumType(type).labels().stream().map(label -> label.equals(from) ? to : label).toList();
    return new SchemaTexts(this)
        .renamingLabel(type, from, to)
        .with(enumType(type).withLabels(labels));
  }

  private static UnaryOperator<QualifiedName> one(QualifiedName from, String to) {
    return name -> name.equals(from) ? from.sibling(to) : name;
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
