package dev.migrate.engine.names;

import dev.migrate.dialect.NameSpaces.Kind;
import dev.migrate.schema.Check;
import dev.migrate.schema.ChosenName;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names that the objects of a schema take, those included that a database gives by itself. */
public final class NameClaims {

  private NameClaims() {}

  /**
   * The names that an object takes, and the parts of a table.
   *
   * @param name the object's name
   * @return the claims; none if there is no such object
   */
  public static List<NameClaim> of(Schema schema, QualifiedName name) {
    List<NameClaim> claims = new ArrayList<>();
    schema.findTable(name).ifPresent(table -> add(table, claims));
    schema.findView(name).ifPresent(view -> claims.add(of(Kind.VIEW, name)));
    if (schema.findSequence(name).isPresent()) {
      claims.add(of(Kind.SEQUENCE, name));
    }
    if (schema.findEnumType(name).isPresent()) {
      claims.add(of(Kind.ENUM_TYPE, name));
    }
    return claims;
  }

  /**
   * The names that a change takes or frees.
   *
   * @return the claims that only one of them has
   */
  public static Set<NameClaim> changed(Schema before, Schema after) {
    Set<NameClaim> was = new HashSet<>();
    Set<NameClaim> is = new HashSet<>();
    for (QualifiedName name : after.changedSince(before)) {
      was.addAll(of(before, name));
      is.addAll(of(after, name));
    }
    Set<NameClaim> common = new HashSet<>(was);
    common.retainAll(is);
    was.addAll(is);
    was.removeAll(common);
    return was;
  }

  private static NameClaim of(Kind kind, QualifiedName object) {
    return NameClaim.of(kind, object, object.name());
  }

  private static void add(Table table, List<NameClaim> claims) {
    QualifiedName name = table.name();
    claims.add(of(Kind.TABLE, name));
    for (Column column : table.columns()) {
      claims.add(NameClaim.of(Kind.COLUMN, name, column.name()));
      if (column.identityMode().isPresent() || isSerial(column)) {
        claims.add(chosen(Kind.IDENTITY, name, column.name(), "seq"));
      }
      if (!column.nullable()) {
        claims.add(chosen(Kind.NOT_NULL, name, column.name(), "not_null"));
      }
    }
    for (Constraint constraint : table.constraints()) {
      claims.add(NameClaim.of(kind(constraint), name, constraint.requiredName()));
      if (constraint instanceof ForeignKey key && !hasIndex(table, key)) {
        claims.add(NameClaim.of(Kind.FOREIGN_KEY_INDEX, name, constraint.requiredName()));
      }
    }
    for (Index index : table.indexes()) {
      claims.add(NameClaim.of(Kind.INDEX, name, index.requiredName()));
    }
  }

  private static boolean isSerial(Column column) {
    return column.type() instanceof NativeType type && type.isSerial();
  }

  private static NameClaim chosen(Kind kind, QualifiedName table, String column, String label) {
    return new NameClaim(kind, table, column, ChosenName.of(table.name(), column, label));
  }

  private static Kind kind(Constraint constraint) {
    if (constraint instanceof PrimaryKey) {
      return Kind.PRIMARY_KEY;
    } else if (constraint instanceof Unique) {
      return Kind.KEY;
    }
    return constraint instanceof Check ? Kind.CHECK : Kind.FOREIGN_KEY;
  }

  /** Whether an index or key starts with the columns of a foreign key. */
  private static boolean hasIndex(Table table, ForeignKey key) {
    return table.constraints().stream()
            .filter(other -> other instanceof PrimaryKey || other instanceof Unique)
            .anyMatch(other -> startsWith(other.columns(), key.columns()))
        || table.indexes().stream()
            .map(index -> index.keys().stream().map(part -> part.column().orElse("")).toList())
            .anyMatch(columns -> startsWith(columns, key.columns()));
  }

  private static boolean startsWith(List<String> columns, List<String> first) {
    return columns.size() >= first.size() && columns.subList(0, first.size()).equals(first);
  }
}
