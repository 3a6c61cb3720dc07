package dev.migrate.schema;

import dev.migrate.error.Facts;
import dev.migrate.error.SchemaException;
import dev.migrate.sql.LabelRenaming;
import dev.migrate.sql.LabelRenaming.Use;
import dev.migrate.sql.NameChange;
import dev.migrate.sql.NamespaceRenaming;
import dev.migrate.sql.SequenceRenaming;
import dev.migrate.sql.TableRenaming;
import dev.migrate.sql.TypeRenaming;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Applies a change of a name to the texts of all tables. Queries of views stay as they were
 * written.
 *
 * @param schema the schema before the change
 */
record SchemaTexts(Schema schema) {

  Schema renamingTable(QualifiedName from, String to) {
    return following("rename table " + from + " to " + to, (table, p) -> relation(table, from, to));
  }

  Schema renamingView(QualifiedName from, String to) {
    return following("rename view " + from + " to " + to, (table, p) -> relation(table, from, to));
  }

  private NameChange relation(Table table, QualifiedName from, String to) {
    boolean own = table.name().equals(from);
    return new TableRenaming(
        from.namespace(), from.name(), to, namespaces(from), own, columns(table));
  }

  Schema renamingSequence(QualifiedName from, String to) {
    String what = "rename sequence " + from + " to " + to;
    NameChange change = new SequenceRenaming(from.namespace(), from.name(), to, namespaces(from));
    requireNoView(what, view -> mayHave(view, change));
    return following(what, (table, place) -> change);
  }

  Schema renamingEnumType(QualifiedName from, String to) {
    String what = "rename enum type " + from + " to " + to;
    Set<String> all =
        schema.tables().stream().flatMap(t -> columns(t).stream()).collect(Collectors.toSet());
    requireNoView(what, view -> mayHave(view, type(from, to, all)));
    return following(what, (table, place) -> type(from, to, columns(table)));
  }

  private TypeRenaming type(QualifiedName from, String to, Set<String> columns) {
    return new TypeRenaming(from.namespace(), from.name(), to, namespaces(from), columns);
  }

  Schema renamingNamespace(String from, String to) {
    return following(
        "rename schema " + from + " to " + to,
        (table, place) -> new NamespaceRenaming(from, to, table.name().name()));
  }

  Schema renamingLabel(QualifiedName type, String from, String to) {
    String what = "rename label " + from + " of enum type " + type + " to " + to;
    EnumColumns enums = new EnumColumns(type);
    requireNoView(what, view -> hasLabel(view, enums, from));
    return following(
        what,
        (table, place) ->
            new LabelRenaming(
                from,
                to,
                type(type, type.name(), columns(table)),
                enums.of(table),
                use(table, place, enums)));
  }

  private static Use use(Table table, TextPlace place, EnumColumns enums) {
    return place.kind().isElsewhere() ? Use.OTHER : enums.use(table.column(place.name()));
  }

  /** A view may contain the label if it reads a column of the type, or names the type. */
  private boolean hasLabel(View view, EnumColumns enums, String label) {
    boolean sees =
        view.reads().isEmpty()
            || view.reads().stream()
                .flatMap(data -> schema.findTable(data.table()).stream())
                .anyMatch(enums::isUsedBy)
            || view.reads().stream().anyMatch(d -> schema.findView(d.table()).isPresent());
    return view.query()
        .filter(query -> query.hasString(label))
        .filter(query -> sees || query.mentions(enums.type().name()))
        .isPresent();
  }

  private static boolean mayHave(View view, NameChange change) {
    return view.query().filter(query -> query.mayHave(change)).isPresent();
  }

  private void requireNoView(String what, Predicate<View> has) {
    List<String> views =
        schema.views().stream().filter(has).map(view -> "view " + view.name()).toList();
    if (!views.isEmpty()) {
      throw new SchemaException(
          Facts.of("the query of a view cannot follow")
              .with("operation", what)
              .list("used by", views)
              .next("drop the view first, and create it afterwards with the new name"));
    }
  }

  private static Set<String> columns(Table table) {
    return table.columns().stream().map(Column::name).collect(Collectors.toSet());
  }

  /** The schemas other than the object's own. */
  private Set<String> namespaces(QualifiedName object) {
    Set<String> others = new HashSet<>(schema.namespaces());
    object.namespace().ifPresent(others::remove);
    return others;
  }

  private Schema following(String what, BiFunction<Table, TextPlace, NameChange> change) {
    Schema followed = schema;
    for (Table table : schema.tables()) {
      Table then = new TableTexts(table).following(what, place -> change.apply(table, place));
      followed = then.equals(table) ? followed : followed.with(then);
    }
    return followed;
  }
}
