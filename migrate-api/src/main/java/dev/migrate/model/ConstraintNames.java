package dev.migrate.model;

import dev.migrate.schema.Constraint;
import dev.migrate.schema.Index;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Names constraints and indexes whose names a model leaves open as the revisions do: a name is left
 * open if it is the generated one. Both schemas are in canonical form.
 */
final class ConstraintNames {

  private final Schema recorded;
  private final Schema declared;

  ConstraintNames(Schema recorded, Schema declared) {
    this.recorded = recorded;
    this.declared = declared;
  }

  Schema aligned(Schema model) {
    Schema aligned = model;
    for (Table table : model.tables()) {
      Optional<Table> known = recorded.findTable(table.name());
      Optional<Table> canonical = declared.findTable(table.name());
      if (known.isPresent() && canonical.isPresent()) {
        aligned = aligned.with(aligned(table, canonical.get(), known.get()));
      }
    }
    return aligned;
  }

  private static Table aligned(Table table, Table canonical, Table known) {
    Names<Constraint> constraints =
        new Names<>(
            Constraint::requiredName,
            Constraint::named,
            (one, name) -> one.generatedName(table.name()).equals(name));
    Names<Index> indexes =
        new Names<>(
            Index::requiredName,
            Index::named,
            (one, name) -> one.generatedName(table.name()).equals(name));
    return table.withElements(
        table.columns(),
        constraints.aligned(table.constraints(), canonical.constraints(), known.constraints()),
        indexes.aligned(table.indexes(), canonical.indexes(), known.indexes()));
  }

  /** How elements of one kind are named. */
  private record Names<T>(
      Function<T, String> name,
      BiFunction<T, String, T> named,
      BiPredicate<T, String> isGenerated) {

    List<T> aligned(List<T> declared, List<T> canonical, List<T> recorded) {
      Set<String> taken = new HashSet<>();
      declared.forEach(one -> taken.add(name.apply(one)));
      List<T> aligned = new ArrayList<>();
      for (T one : declared) {
        String own = name.apply(one);
        Optional<String> known =
            isGenerated.test(one, own) && !has(recorded, own)
                ? canonical.stream()
                    .filter(same -> name.apply(same).equals(own))
                    .findFirst()
                    .flatMap(same -> likeOne(same, recorded, taken))
                : Optional.empty();
        known.ifPresent(taken::add);
        aligned.add(known.map(other -> named.apply(one, other)).orElse(one));
      }
      return aligned;
    }

    private boolean has(List<T> all, String wanted) {
      return all.stream().anyMatch(one -> name.apply(one).equals(wanted));
    }

    /** The name of an element that differs in its name alone and is not declared itself. */
    private Optional<String> likeOne(T wanted, List<T> recorded, Set<String> taken) {
      return recorded.stream()
          .filter(one -> !taken.contains(name.apply(one)))
          .filter(one -> named.apply(one, name.apply(wanted)).equals(wanted))
          .map(name)
          .findFirst();
    }
  }
}
