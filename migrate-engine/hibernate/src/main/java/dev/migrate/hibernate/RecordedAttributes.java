package dev.migrate.hibernate;

import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.IdentityMode;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.NextValue;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The parts and attributes of one table that mappings have no words for. */
final class RecordedAttributes {

  private final Table mapped;
  private final Table recorded;
  private final List<ElementName> leftAlone = new ArrayList<>();

  RecordedAttributes(Table mapped, Table recorded) {
    this.mapped = mapped;
    this.recorded = recorded;
  }

  /** The indexes taken over as a whole; filled by {@link #table}. */
  List<ElementName> leftAlone() {
    return leftAlone;
  }

  Table table() {
    List<Column> columns =
        mapped.columns().stream()
            .map(
                column ->
                    recorded
                        .findColumn(column.name())
                        .map(known -> column(column, known))
                        .orElse(column))
            .toList();
    List<Constraint> constraints = new ArrayList<>();
    List<Index> indexes = new ArrayList<>(mapped.indexes().stream().map(this::index).toList());
    Set<String> names = new HashSet<>();
    indexes.forEach(index -> names.add(index.requiredName()));
    for (Constraint constraint : mapped.constraints()) {
      Optional<Index> same =
          constraint instanceof Unique unique ? uniqueIndex(unique) : Optional.empty();
      if (same.isPresent()) {
        if (names.add(same.get().requiredName())) {
          indexes.add(same.get());
        }
      } else {
        constraints.add(constraint(constraint));
      }
    }
    for (Index index : recorded.indexes()) {
      if (isBeyondMappings(index) && isPossible(index) && names.add(index.requiredName())) {
        indexes.add(index);
        leftAlone.add(ElementName.index(recorded.name(), index.requiredName()));
      }
    }
    return new Table(
        mapped.name(),
        columns,
        constraints,
        indexes,
        mapped.comment().or(recorded::comment),
        recorded.options());
  }

  private static Column column(Column column, Column known) {
    boolean counted =
        known.defaultValue().filter(NextValue.class::isInstance).isPresent()
            && column.defaultValue().isEmpty()
            && column.generated().isEmpty();
    Column same =
        column
            .withComment(column.comment().or(known::comment))
            .withCollation(
                column.type().equals(known.type())
                    ? column.collation().or(known::collation)
                    : column.collation());
    if (counted) {
      return same.withIdentity(Optional.empty()).withDefault(known.defaultValue());
    }
    return column.identityMode().isPresent()
            && known.identityMode().equals(Optional.of(IdentityMode.ALWAYS))
        ? same.withIdentity(known.identityMode())
        : same;
  }

  /** A unique index over the same columns is what a unique key is to an application. */
  private Optional<Index> uniqueIndex(Unique unique) {
    boolean constraint =
        recorded.constraints().stream()
            .filter(Unique.class::isInstance)
            .anyMatch(known -> known.columns().equals(unique.columns()));
    return constraint
        ? Optional.empty()
        : recorded.indexes().stream()
            .filter(index -> index.isUnique() && index.where().isEmpty())
            .filter(index -> columns(index).equals(unique.columns()))
            .findFirst();
  }

  private static List<String> columns(Index index) {
    return index.keys().stream().map(key -> key.column().orElse("")).toList();
  }

  private Constraint constraint(Constraint constraint) {
    return recorded.constraints().stream()
        .filter(known -> known.getClass() == constraint.getClass())
        .filter(known -> known.columns().equals(constraint.columns()))
        .findFirst()
        .map(known -> withAttributes(constraint, known))
        .orElse(constraint);
  }

  private static Constraint withAttributes(Constraint constraint, Constraint known) {
    if (constraint instanceof PrimaryKey key && known instanceof PrimaryKey other) {
      return key.withDeferrability(other.deferrability()).withIncluded(other.included());
    } else if (constraint instanceof Unique key && known instanceof Unique other) {
      return key.withDeferrability(other.deferrability())
          .withIncluded(other.included())
          .withNullsNotDistinct(other.isNullsNotDistinct());
    } else if (constraint instanceof ForeignKey key
        && known instanceof ForeignKey other
        && key.target().equals(other.target())) {
      return key.onUpdate(other.onUpdate())
          .withDeferrability(other.deferrability())
          .withMatch(other.match())
          .withNotValid(other.isNotValid())
          .withNotEnforced(other.isNotEnforced());
    }
    return constraint;
  }

  /** An index with what mappings cannot say: its method, its condition, what it includes. */
  private Index index(Index index) {
    return recorded
        .findIndex(index.requiredName())
        .or(
            () ->
                recorded.indexes().stream()
                    .filter(
                        known -> known.where().isEmpty() && known.isUnique() == index.isUnique())
                    .filter(known -> columns(known).equals(columns(index)))
                    .findFirst())
        .filter(known -> columns(known).equals(columns(index)))
        .map(known -> withAttributes(index, known))
        .orElse(index);
  }

  private static Index withAttributes(Index index, Index known) {
    List<IndexKey> keys = new ArrayList<>();
    for (int i = 0; i < index.keys().size(); i++) {
      IndexKey key = index.keys().get(i);
      IndexKey other = known.keys().get(i);
      keys.add(
          key.column().isEmpty()
              ? key
              : key.withNulls(other.nulls())
                  .withOperatorClass(other.operatorClass())
                  .withPrefix(other.prefix())
                  .withCollation(other.collation()));
    }
    return index
        .withKeys(keys)
        .withWhere(known.where())
        .withMethod(known.method())
        .withIncluded(known.included())
        .withNullsNotDistinct(known.isNullsNotDistinct())
        .withInvisible(known.isInvisible());
  }

  /** Mappings know plain indexes, unique ones and descending keys. */
  private static boolean isBeyondMappings(Index index) {
    return index.where().isPresent()
        || index.method().isPresent()
        || !index.included().isEmpty()
        || index.isNullsNotDistinct()
        || index.isInvisible()
        || index.keys().stream()
            .anyMatch(
                key ->
                    key.expression().isPresent()
                        || key.operatorClass().isPresent()
                        || key.nulls().isPresent()
                        || key.prefix() > 0
                        || key.collation().isPresent());
  }

  private boolean isPossible(Index index) {
    return index.columns().stream().allMatch(column -> mapped.findColumn(column).isPresent());
  }
}
