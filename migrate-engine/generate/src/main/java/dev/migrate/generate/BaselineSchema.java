package dev.migrate.generate;

import dev.migrate.dialect.Dialect;
import dev.migrate.error.Facts;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.UnmodelledElement;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of an inspected schema becomes revisions.
 *
 * @param schema the part that can be declared
 * @param unexpressed what is there and no revision can declare, in words
 * @param differs whether an attribute of the part is among that, which a stamp finds
 */
record BaselineSchema(Schema schema, List<String> unexpressed, boolean differs) {

  BaselineSchema {
    unexpressed = List.copyOf(unexpressed);
  }

  /** Everything that was seen. */
  static BaselineSchema of(Schema seen, Dialect dialect) {
    List<String> unexpressed = new ArrayList<>();
    Schema schema = seen;
    for (View view : seen.views()) {
      if (view.query().isEmpty()) {
        unexpressed.add("view " + view.name() + ": its query cannot be read by this user");
        schema = schema.without(view.name());
      }
    }
    boolean differs = schema.unmodelled().stream().anyMatch(UnmodelledElement::isAttribute);
    schema.unmodelled().stream().map(UnmodelledElement::toString).forEach(unexpressed::add);
    return new BaselineSchema(
        ViewReads.declared(ChosenParts.of(schema.withUnmodelled(List.of()), dialect)),
        unexpressed,
        differs);
  }

  /**
   * Some tables and views with what they need.
   *
   * @throws GeneratorException if one of them is not there
   */
  static BaselineSchema of(Schema seen, Set<QualifiedName> wanted, Dialect dialect) {
    Schema declared = ViewReads.declared(seen);
    List<QualifiedName> relations = new ArrayList<>();
    seen.tables().forEach(table -> relations.add(table.name()));
    seen.views().forEach(view -> relations.add(view.name()));
    for (QualifiedName name : new TreeSet<>(wanted)) {
      if (!relations.contains(name)) {
        throw new GeneratorException(
            Facts.of("there is no table or view \"" + name + "\" in the database")
                .known(name.toString(), relations)
                .with("left", "nothing was written")
                .next("correct the name, or take it out of only(…)"));
      }
    }
    Set<QualifiedName> kept = NeededObjects.of(declared, wanted);
    Schema schema = declared;
    for (QualifiedName name : seen.names()) {
      schema = kept.contains(name) ? schema : schema.without(name);
    }
    for (String namespace : seen.namespaces()) {
      boolean used =
          kept.stream().anyMatch(name -> name.namespace().filter(namespace::equals).isPresent());
      schema = used ? schema : schema.withoutNamespace(namespace);
    }
    return of(
        schema.withUnmodelled(
            schema.unmodelled().stream()
                .filter(
                    element ->
                        element.owner().map(ElementName::object).filter(kept::contains).isPresent())
                .toList()),
        dialect);
  }
}
