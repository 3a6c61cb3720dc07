package dev.migrate.dialect.postgresql;

import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.UnmodelledElement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What one reading of the catalogue saw that the model cannot hold. Not thread-safe. */
final class PostgresqlUnmodelled {

  private final BiFunction<String, String, QualifiedName> names;
  private final List<UnmodelledElement> elements = new ArrayList<>();

  /** Collects elements, whose names are made of a schema and a name. */
  PostgresqlUnmodelled(BiFunction<String, String, QualifiedName> names) {
    this.names = names;
  }

  List<UnmodelledElement> elements() {
    return List.copyOf(elements);
  }

  /** An object that belongs to nothing, or that the model would hold if it had something more. */
  void object(String kind, QualifiedName name, String detail) {
    elements.add(UnmodelledElement.object(kind, name.toString(), detail));
  }

  /** An object that belongs to a table. */
  void object(String kind, String name, ElementName owner, String detail) {
    elements.add(UnmodelledElement.object(kind, name, owner, detail));
  }

  /** An attribute of an element that the model has; none if there is nothing to report. */
  void attribute(ElementName element, String name, @Nullable String detail) {
    if (detail != null && !detail.isEmpty()) {
      elements.add(UnmodelledElement.attribute(element, name, detail));
    }
  }

  /** Reads a row of {@link PostgresqlObjectQueries#OBJECTS}. */
  void readObject(ResultSet row) throws SQLException {
    String kind = row.getString(1);
    String schema = row.getString(2);
    String name =
        schema == null ? row.getString(3) : names.apply(schema, row.getString(3)).toString();
    String detail = Optional.ofNullable(row.getString(7)).orElse("").strip();
    Optional<ElementName> owner =
        row.getString(4) == null
            ? Optional.empty()
            : Optional.of(relation(row.getString(4), row.getString(5), row.getString(6)));
    elements.add(new UnmodelledElement(Optional.of(kind), name, owner, detail));
  }

  /** Reads a row of {@link PostgresqlObjectQueries#GRANTS}; a right is called after who has it. */
  void readGrant(ResultSet row) throws SQLException {
    String column = row.getString(4);
    ElementName owner =
        column == null
            ? relation(row.getString(1), row.getString(2), row.getString(3))
            : ElementName.column(names.apply(row.getString(1), row.getString(2)), column);
    object("grant", row.getString(5), owner, row.getString(6));
  }

  private ElementName relation(String schema, String name, String kind) {
    QualifiedName qualified = names.apply(schema, name);
    return switch (kind) {
      case "v" -> ElementName.view(qualified);
      case "S" -> ElementName.sequence(qualified);
      default -> ElementName.table(qualified);
    };
  }
}
