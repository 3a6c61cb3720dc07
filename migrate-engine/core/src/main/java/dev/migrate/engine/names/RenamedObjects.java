package dev.migrate.engine.names;

import dev.migrate.operation.ElementChange;
import dev.migrate.operation.Operation;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where the tables and columns of a schema were before operations that rename them, so that what
 * belongs to them keeps the names that a database chose. Immutable.
 */
final class RenamedObjects {

  static final RenamedObjects NONE = new RenamedObjects(name -> name, claim -> claim);

  private final UnaryOperator<QualifiedName> tables;
  private final UnaryOperator<NameClaim> columns;

  private RenamedObjects(UnaryOperator<QualifiedName> tables, UnaryOperator<NameClaim> columns) {
    this.tables = tables;
    this.columns = columns;
  }

  static RenamedObjects of(Operation operation) {
    RenamedObjects all = NONE;
    for (ElementChange change : operation.elementChanges()) {
      all = change.kind() == ElementChange.Kind.RENAMED ? all.and(of(change)) : all;
    }
    return all;
  }

  private static RenamedObjects of(ElementChange rename) {
    ElementName from = rename.element();
    ElementName to = rename.after();
    return switch (from.kind()) {
      case SCHEMA -> ofTables(name -> before(name, from.object().name(), to.object().name()));
      case TABLE -> ofTables(name -> name.equals(to.object()) ? from.object() : name);
      case COLUMN -> new RenamedObjects(name -> name, claim -> before(claim, from, to));
      // The database chooses no name after these.
      case ENUM_TYPE, SEQUENCE, VIEW, CONSTRAINT, INDEX -> NONE;
    };
  }

  private static RenamedObjects ofTables(UnaryOperator<QualifiedName> tables) {
    return new RenamedObjects(tables, claim -> claim);
  }

  private static QualifiedName before(QualifiedName name, String from, String to) {
    return name.namespace().filter(to::equals).isPresent()
        ? QualifiedName.in(from, name.name())
        : name;
  }

  private static NameClaim before(NameClaim claim, ElementName from, ElementName to) {
    return claim.owner().equals(to.object()) && to.part().equals(Optional.of(claim.column()))
        ? new NameClaim(claim.kind(), claim.owner(), from.part().orElseThrow(), claim.name())
        : claim;
  }

  private RenamedObjects and(RenamedObjects next) {
    return new RenamedObjects(
        name -> before(next.before(name)), claim -> before(next.before(claim)));
  }

  /** The name that a table had. */
  QualifiedName before(QualifiedName name) {
    return tables.apply(name);
  }

  /** The claim with the column's former name. */
  NameClaim before(NameClaim claim) {
    return columns.apply(claim);
  }
}
