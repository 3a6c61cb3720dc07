package dev.migrate.engine.live;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.LinkedHashMap;
import java.util.Map;

/** The texts of SQL in a table: conditions, computations and expressions. */
final class ElementTexts {

  private ElementTexts() {}

  /**
   * The place of a text.
   *
   * @param element the element that has it
   * @param attribute which of its texts it is, such as the condition of a check
   */
  record Place(ElementName element, String attribute) {}

  /** The texts of one table of a schema; none if it has no such table. */
  static Map<Place, String> of(Dialect dialect, Schema schema, QualifiedName table) {
    return schema.findTable(table).map(known -> of(dialect, known)).orElse(Map.of());
  }

  /** The texts of a table, as they are on the dialect. */
  static Map<Place, String> of(Dialect dialect, Table table) {
    Map<Place, String> texts = new LinkedHashMap<>();
    for (Column column : table.columns()) {
      ElementName name = ElementName.column(table.name(), column.name());
      column
          .generated()
          .ifPresent(g -> texts.put(new Place(name, "computation"), text(dialect, g.expression())));
      column
          .defaultValue()
          .map(value -> value.on(dialect.names()))
          .filter(Expression.class::isInstance)
          .map(Expression.class::cast)
          .ifPresent(value -> texts.put(new Place(name, "default"), text(dialect, value)));
    }
    table.constraints().stream()
        .filter(Check.class::isInstance)
        .map(Check.class::cast)
        .forEach(
            check ->
                texts.put(
                    new Place(
                        ElementName.constraint(table.name(), check.requiredName()), "condition"),
                    text(dialect, check.condition())));
    for (Index index : table.indexes()) {
      ElementName name = ElementName.index(table.name(), index.requiredName());
      index
          .where()
          .ifPresent(where -> texts.put(new Place(name, "condition"), text(dialect, where)));
      for (int i = 0; i < index.keys().size(); i++) {
        IndexKey key = index.keys().get(i);
        Place place = new Place(name, "key " + (i + 1));
        key.expression().ifPresent(value -> texts.put(place, text(dialect, value)));
      }
    }
    return texts;
  }

  /** A text as it is on the dialect. */
  static String text(Dialect dialect, Expression expression) {
    return expression.on(dialect.names()).text();
  }
}
