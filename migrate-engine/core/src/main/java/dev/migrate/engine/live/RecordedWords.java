package dev.migrate.engine.live;

import dev.migrate.engine.plan.CanonicalNames;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.schema.SchemaDifference.Entry;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An inspected schema in the words of revisions, wherever the database means the same by both:
 * names, types, defaults, conditions and queries stand there as somebody wrote them, and not as the
 * database spells them.
 *
 * @param schema the schema
 * @param uncompared the elements with a text of which the database cannot tell how it would spell
 *     it; they are in the words of the revisions
 */
public record RecordedWords(Schema schema, Set<ElementName> uncompared) {

  /** Copies. */
  public RecordedWords {
    uncompared = new TreeSet<>(uncompared);
  }

  /**
   * Compares, and takes the words of the revisions for what is the same.
   *
   * @param inspected the schema in the database's own words
   * @param recorded the schema that the revisions make
   */
  public static RecordedWords of(LiveSchema database, Schema inspected, Schema recorded) {
    TextComparison texts = TextComparison.of(database, recorded, inspected, name -> true);
    SchemaDifference difference =
        database
            .difference(recorded, database.dialect().canonical(inspected))
            .and(texts.difference());
    Set<ElementName> differing =
        difference.entries().stream().map(Entry::element).collect(Collectors.toSet());
    Comparison comparison =
        new Comparison(recorded, new CanonicalNames(database.dialect(), recorded), differing);
    return new RecordedWords(comparison.spoken(inspected), new HashSet<>(texts.unknown()));
  }

  private record Comparison(Schema recorded, CanonicalNames canonical, Set<ElementName> differing) {

    Schema spoken(Schema inspected) {
      Map<QualifiedName, QualifiedName> names = names(inspected);
      Schema named =
          names.isEmpty() ? inspected : inspected.renaming(n -> names.getOrDefault(n, n));
      Set<QualifiedName> changed =
          differing.stream()
              .map(ElementName::object)
              .map(name -> names.getOrDefault(name, name))
              .collect(Collectors.toSet());
      Schema spoken = named;
      for (Table table : recorded.tables()) {
        if (named.findTable(table.name()).isPresent()) {
          Table live = named.table(table.name());
          spoken = spoken.with(changed.contains(table.name()) ? merged(live, table) : table);
        }
      }
      for (View view : recorded.views()) {
        spoken = changed.contains(view.name()) ? spoken : spoken.with(view);
      }
      for (Sequence sequence : recorded.sequences()) {
        spoken = changed.contains(sequence.name()) ? spoken : spoken.with(sequence);
      }
      for (EnumType type : recorded.enumTypes()) {
        spoken = changed.contains(type.name()) ? spoken : spoken.with(type);
      }
      return spoken;
    }

    /** The names in the revisions of what the database calls otherwise. */
    private Map<QualifiedName, QualifiedName> names(Schema inspected) {
      Map<QualifiedName, QualifiedName> names = new HashMap<>();
      Stream.of(
              recorded.tables().stream().map(table -> ElementName.table(table.name())),
              recorded.views().stream().map(view -> ElementName.view(view.name())),
              recorded.sequences().stream().map(each -> ElementName.sequence(each.name())))
          .flatMap(each -> each)
          .filter(element -> !inspected.has(element))
          .forEach(
              element ->
                  canonical
                      .of(element)
                      .forEach(other -> names.put(other.object(), element.object())));
      names.entrySet().removeIf(each -> each.getKey().equals(each.getValue()));
      return names;
    }

    private Table merged(Table live, Table table) {
      QualifiedName name = table.name();
      boolean same = !differs(ElementName.table(name));
      List<String> order = table.columns().stream().map(Column::name).toList();
      List<Column> columns =
          merged(live.columns(), table.columns(), c -> ElementName.column(name, c.name()));
      return live.withElements(
              columns.stream().sorted(Comparator.comparing(c -> place(order, c.name()))).toList(),
              merged(
                  live.constraints(),
                  table.constraints(),
                  (Constraint c) -> ElementName.constraint(name, c.requiredName())),
              merged(
                  live.indexes(),
                  table.indexes(),
                  (Index index) -> ElementName.index(name, index.requiredName())))
          .withComment(same ? table.comment() : live.comment())
          .withOptions(same ? table.options() : live.options());
    }

    private static int place(List<String> order, String column) {
      int place = order.indexOf(column);
      return place < 0 ? order.size() : place;
    }

    /**
     * What one of them has alone is not declared, or not stored, where that makes no difference.
     */
    private <T> List<T> merged(
        List<T> inspected, List<T> recorded, Function<T, ElementName> element) {
      List<T> merged = new ArrayList<>();
      Predicate<ElementName> other = name -> differing.stream().anyMatch(d -> isPart(d, name));
      inspected.stream().filter(one -> other.test(element.apply(one))).forEach(merged::add);
      recorded.stream().filter(one -> !differs(element.apply(one))).forEach(merged::add);
      return merged;
    }

    /** Whether both are the part of this name in one table, whatever that is called. */
    private boolean isPart(ElementName differing, ElementName part) {
      return differing.kind() == part.kind()
          && differing.part().equals(part.part())
          && (differing.object().equals(part.object())
              || canonical.of(ElementName.table(part.object())).stream()
                  .anyMatch(table -> table.object().equals(differing.object())));
    }

    private boolean differs(ElementName element) {
      return differing.contains(element)
          || canonical.of(element).stream().anyMatch(differing::contains);
    }
  }
}
