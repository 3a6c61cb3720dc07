package dev.migrate.model;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
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
 * open if it is the generated one.
 */
final class ConstraintNames {

  private final Schema recorded;
  private final Schema canonicalRecorded;
  private final Schema canonicalDeclared;

  ConstraintNames(Schema recorded, Schema declared, Dialect dialect) {
    this.recorded = recorded;
    this.canonicalRecorded = dialect.canonical(recorded);
    this.canonicalDeclared = dialect.canonical(declared);
  }

  Schema aligned(Schema model) {
    Schema aligned = model;
    Set<String> created = created(model);
    for (Table table : model.tables()) {
      QualifiedName name = table.name();
      Optional<Table> known = recorded.findTable(name);
      Optional<Table> canonicalKnown = canonicalRecorded.findTable(name);
      Optional<Table> canonical = canonicalDeclared.findTable(name);
      if (known.isPresent() && canonicalKnown.isPresent() && canonical.isPresent()) {
        Set<String> taken = new HashSet<>(created);
        taken.addAll(names(table));
        aligned =
            aligned.with(aligned(table, canonical.get(), known.get(), canonicalKnown.get(), taken));
      }
    }
    return aligned;
  }

  /** The names that something gets which the revisions do not have under them at this place. */
  private Set<String> created(Schema model) {
    Set<String> created = new HashSet<>();
    model.names().forEach(name -> created.add(name.name()));
    for (Table table : model.tables()) {
      Set<String> names = names(table);
      recorded.findTable(table.name()).ifPresent(known -> names.removeAll(names(known)));
      created.addAll(names);
    }
    return created;
  }

  private static Set<String> names(Table table) {
    Set<String> names = new HashSet<>();
    table.constraints().forEach(one -> names.add(one.requiredName()));
    table.indexes().forEach(one -> names.add(one.requiredName()));
    return names;
  }

  private static Table aligned(
      Table table, Table canonical, Table known, Table canonicalKnown, Set<String> taken) {
    Names<Constraint> constraints =
        new Names<>(
            Constraint::requiredName,
            Constraint::named,
            (one, name) -> one.generatedName(table.name()).equals(name),
            taken);
    Names<Index> indexes =
        new Names<>(
            Index::requiredName,
            Index::named,
            (one, name) -> one.generatedName(table.name()).equals(name),
            taken);
    return table.withElements(
        table.columns(),
        constraints.aligned(
            withKeyNamedAsRecorded(table, canonical, known, canonicalKnown),
            canonical.constraints(),
            known.constraints(),
            canonicalKnown.constraints()),
        indexes.aligned(
            table.indexes(), canonical.indexes(), known.indexes(), canonicalKnown.indexes()));
  }

  /** Where the database gives every primary key the same name, the declared one has no effect. */
  private static List<Constraint> withKeyNamedAsRecorded(
      Table table, Table canonical, Table known, Table canonicalKnown) {
    Optional<String> stored = canonical.primaryKey().map(PrimaryKey::requiredName);
    boolean isDeclared = table.primaryKey().map(PrimaryKey::requiredName).equals(stored);
    boolean isSame = canonicalKnown.primaryKey().map(PrimaryKey::requiredName).equals(stored);
    Optional<String> recorded = known.primaryKey().map(PrimaryKey::requiredName);
    if (recorded.isEmpty()
        || isDeclared
        || !isSame
        || recorded.filter(names(table)::contains).isPresent()) {
      return table.constraints();
    }
    return table.constraints().stream()
        .map(one -> one instanceof PrimaryKey key ? key.named(recorded.orElseThrow()) : one)
        .toList();
  }

  /** How elements of one kind are named, and which names are not free. Not immutable. */
  private record Names<T>(
      Function<T, String> name,
      BiFunction<T, String, T> named,
      BiPredicate<T, String> isGenerated,
      Set<String> taken) {

    List<T> aligned(
        List<T> declared, List<T> canonical, List<T> recorded, List<T> canonicalRecorded) {
      List<T> aligned = new ArrayList<>();
      for (T one : declared) {
        String own = name.apply(one);
        Optional<String> known = Optional.empty();
        if (isGenerated.test(one, own) && !has(recorded, own)) {
          Optional<T> same = find(canonical, own);
          // A canonical form may hold it as another kind of element, or under another name.
          known =
              same.isPresent() ? likeOne(same.get(), canonicalRecorded) : likeOne(one, recorded);
        }
        known.ifPresent(taken::add);
        aligned.add(known.map(other -> named.apply(one, other)).orElse(one));
      }
      return aligned;
    }

    private Optional<T> find(List<T> all, String wanted) {
      return all.stream().filter(one -> name.apply(one).equals(wanted)).findFirst();
    }

    private boolean has(List<T> all, String wanted) {
      return find(all, wanted).isPresent();
    }

    /** The name of an element that differs in its name alone and is not declared itself. */
    private Optional<String> likeOne(T wanted, List<T> recorded) {
      return recorded.stream()
          .filter(one -> !taken.contains(name.apply(one)))
          .filter(one -> named.apply(one, name.apply(wanted)).equals(wanted))
          .map(name)
          .findFirst();
    }
  }
}
