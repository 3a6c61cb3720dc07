package dev.migrate.generate;

import dev.migrate.dialect.Dialect;
import dev.migrate.generate.Gone.Scope;
import dev.migrate.model.StructureComparison;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameView;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The constraints, indexes and views that a model does not declare any more. Without data in them,
 * they are dropped and created where that is wanted; but one of the same structure may be the old
 * one under another name.
 */
final class GoneDefinitions {

  private final Schema before;
  private final Schema after;
  private final Dialect dialect;
  private final Set<ElementName> leftAlone;
  private final Set<ColumnName> formerColumns;

  /** Expensive for large schemas, and not needed for most changes. */
  private @Nullable StructureComparison known;

  /**
   * @param leftAlone the elements that the model has no words for
   * @param formerColumns the names of columns that were renamed before
   */
  GoneDefinitions(
      Schema before,
      Schema after,
      Dialect dialect,
      Set<ElementName> leftAlone,
      Set<ColumnName> formerColumns) {
    this.before = before;
    this.after = after;
    this.dialect = dialect;
    this.leftAlone = leftAlone;
    this.formerColumns = formerColumns;
  }

  List<Gone> all() {
    List<Gone> gone = new ArrayList<>();
    for (Table table : before.tables()) {
      after.findTable(table.name()).ifPresent(other -> gone.addAll(of(table, other)));
    }
    gone.addAll(views());
    return gone;
  }

  private StructureComparison comparison() {
    StructureComparison comparison = known;
    if (comparison == null) {
      comparison = new StructureComparison(before, after, dialect);
      known = comparison;
    }
    return comparison;
  }

  private List<Gone> of(Table table, Table other) {
    if (table.constraints().equals(other.constraints())
        && table.indexes().equals(other.indexes())) {
      return List.of();
    }
    QualifiedName name = table.name();
    Set<String> columns = new HashSet<>();
    columns.addAll(named(table.columns(), Column::name).keySet());
    columns.addAll(named(other.columns(), Column::name).keySet());
    formerColumns.stream()
        .filter(column -> column.table().equals(name))
        .forEach(column -> columns.add(column.column()));
    Map<String, Constraint> constraints = named(table.constraints(), Constraint::requiredName);
    Map<String, Constraint> declared = named(other.constraints(), Constraint::requiredName);
    Set<String> columnsAndConstraints = new HashSet<>(columns);
    columnsAndConstraints.addAll(constraints.keySet());
    columnsAndConstraints.addAll(declared.keySet());
    List<Gone> gone = new ArrayList<>();
    gone.addAll(
        Gone.between(
            new Scope("constraint", name + ".", false, false, false, columns),
            constraints,
            declared,
            own -> leftAlone.contains(ElementName.constraint(name, own)),
            (one, another) -> comparison().isSame(name, one, another),
            constraint -> to -> new RenameConstraint(name, constraint, to)));
    gone.addAll(
        Gone.between(
            new Scope("index", name + ".", false, false, false, columnsAndConstraints),
            named(table.indexes(), Index::requiredName),
            named(other.indexes(), Index::requiredName),
            own -> leftAlone.contains(ElementName.index(name, own)),
            (one, another) -> comparison().isSame(name, one, another),
            index -> to -> new RenameIndex(name, index, to)));
    return gone;
  }

  private List<Gone> views() {
    Set<Optional<String>> namespaces = new HashSet<>();
    before.views().forEach(view -> namespaces.add(view.name().namespace()));
    return namespaces.stream()
        .sorted((one, other) -> one.orElse("").compareTo(other.orElse("")))
        .flatMap(namespace -> views(namespace).stream())
        .toList();
  }

  private List<Gone> views(Optional<String> namespace) {
    Set<String> taken = otherObjects(namespace, before);
    Set<String> ambiguous = new HashSet<>(taken);
    ambiguous.addAll(otherObjects(namespace, after));
    // A name that a table has now is free too late, and no database renames a view in use.
    BiPredicate<View, View> isSame =
        (one, other) ->
            !taken.contains(other.name().name())
                && !isRead(one.name())
                && comparison().isSame(one, other);
    return Gone.between(
        new Scope("view", Scope.prefix(namespace), true, false, false, ambiguous),
        in(namespace, before),
        in(namespace, after),
        own -> leftAlone.contains(ElementName.view(new QualifiedName(namespace, own))),
        isSame,
        name -> to -> new RenameView(new QualifiedName(namespace, name), to));
  }

  private boolean isRead(QualifiedName view) {
    return before.views().stream()
        .anyMatch(other -> other.reads().stream().anyMatch(data -> data.table().equals(view)));
  }

  private static Set<String> otherObjects(Optional<String> namespace, Schema schema) {
    return schema.names().stream()
        .filter(name -> name.namespace().equals(namespace))
        .filter(name -> schema.findView(name).isEmpty())
        .map(QualifiedName::name)
        .collect(Collectors.toSet());
  }

  private static Map<String, View> in(Optional<String> namespace, Schema schema) {
    List<View> views =
        schema.views().stream().filter(view -> view.name().namespace().equals(namespace)).toList();
    return named(views, view -> view.name().name());
  }

  private static <T> Map<String, T> named(List<T> all, Function<T, String> name) {
    Map<String, T> named = new LinkedHashMap<>();
    all.forEach(one -> named.put(name.apply(one), one));
    return named;
  }
}
