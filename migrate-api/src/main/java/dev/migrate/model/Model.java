package dev.migrate.model;

import dev.migrate.dialect.Dialect;
import dev.migrate.error.Arguments;
import dev.migrate.schema.DeclaredTable;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A schema declared in the words of revisions, for applications without entity classes. It declares
 * everything: what it does not mention is not wanted. Immutable.
 *
 * <pre>{@code
 * SchemaSource model =
 *     Model.of(
 *         table("account",
 *             column("id", bigint()).identity(),
 *             column("email", varchar(320)).was("mail"),
 *             primaryKey("id"), unique("email")));
 * }</pre>
 */
public final class Model implements SchemaSource {

  private final List<String> namespaces;
  private final List<EnumType> enumTypes;
  private final List<Sequence> sequences;
  private final List<DeclaredTable> tables;
  private final List<View> views;

  private Model(
      List<String> namespaces,
      List<EnumType> enumTypes,
      List<Sequence> sequences,
      List<DeclaredTable> tables,
      List<View> views) {
    this.namespaces = List.copyOf(namespaces);
    this.enumTypes = List.copyOf(enumTypes);
    this.sequences = List.copyOf(sequences);
    this.tables = List.copyOf(tables);
    this.views = List.copyOf(views);
    FormerTables.require(this.tables);
  }

  /** A model of these tables, in any order. */
  public static Model of(DeclaredTable... tables) {
    return of(Arrays.asList(Arguments.requireGiven(tables, "the list of tables")));
  }

  /** A model of these tables, in any order. */
  public static Model of(Collection<DeclaredTable> tables) {
    return new Model(List.of(), List.of(), List.of(), List.copyOf(tables), List.of());
  }

  /**
   * Declares a schema (namespace) beside the default one.
   *
   * @param name its name, taken literally
   */
  public Model withSchema(String name) {
    return new Model(added(namespaces, name), enumTypes, sequences, tables, views);
  }

  /**
   * Declares an enum type.
   *
   * @param name its name, as {@link QualifiedName#of} reads it
   * @param more further labels, in their order
   */
  public Model withEnumType(String name, String first, String... more) {
    List<String> labels = new ArrayList<>(List.of(first));
    labels.addAll(Arrays.asList(more));
    return with(new EnumType(QualifiedName.of(name), labels));
  }

  /** Declares an enum type. */
  public Model with(EnumType enumType) {
    return new Model(namespaces, added(enumTypes, enumType), sequences, tables, views);
  }

  /**
   * Declares a sequence.
   *
   * @param sequence such as {@code sequence("invoice_number").startingAt(1000)}
   */
  public Model with(Sequence sequence) {
    return new Model(namespaces, enumTypes, added(sequences, sequence), tables, views);
  }

  /** Declares a further table. */
  public Model with(DeclaredTable table) {
    return new Model(namespaces, enumTypes, sequences, added(tables, table), views);
  }

  /**
   * Declares a view.
   *
   * @param name its name, as {@link QualifiedName#of} reads it
   * @param view such as {@code view("SELECT …").reads("account")}
   */
  public Model withView(String name, View.Start view) {
    return with(view.named(QualifiedName.of(name)));
  }

  /** Declares a view. */
  public Model with(View view) {
    return new Model(namespaces, enumTypes, sequences, tables, added(views, view));
  }

  private static <T> List<T> added(List<T> known, T one) {
    return Stream.concat(known.stream(), Stream.of(Arguments.requireGiven(one, "an element")))
        .toList();
  }

  /**
   * The schema of this model, the same for every dialect.
   *
   * @throws dev.migrate.error.SchemaException with everything that does not fit together
   */
  public Schema schema() {
    ModelFold fold = new ModelFold();
    namespaces.forEach(fold::addNamespace);
    enumTypes.forEach(fold::add);
    sequences.forEach(fold::add);
    fold.addTables(tables.stream().map(DeclaredTable::table).toList());
    sequences.forEach(fold::own);
    fold.addViews(views);
    return fold.finished();
  }

  @Override
  public DeclaredSchema declared(Dialect dialect, Schema recorded) {
    return DeclaredSchema.of(schema()).withRenames(renames());
  }

  /**
   * The former names of each table, and then those of its columns, constraints and indexes in the
   * table under its present name.
   */
  private List<Rename> renames() {
    List<Rename> renames = new ArrayList<>();
    for (DeclaredTable declared : tables) {
      QualifiedName name = declared.table().name();
      declared
          .formerName()
          .ifPresent(former -> renames.add(new Rename(ElementName.table(former), name.name())));
      declared.formerElements().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(
              former ->
                  renames.add(
                      new Rename(
                          former.getKey().withName(former.getValue()),
                          former.getKey().part().orElseThrow())));
    }
    return renames;
  }
}
