package dev.migrate.engine.trial;

import dev.migrate.dialect.Capabilities;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Inspector;
import dev.migrate.dialect.MigrationLock;
import dev.migrate.dialect.Renderer;
import dev.migrate.dialect.ansi.AnsiRenderer;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Standard SQL on H2, which commits before and after each change of the schema. */
public final class TrialDialect implements Dialect {

  /** A table is missing: as such, in an empty database, or with others of a similar name. */
  private static final Set<Integer> NO_TABLE = Set.of(42102, 42103, 42104);

  private final Capabilities capabilities = new Capabilities("Trial 1", false, 60, false, Set.of());

  @Override
  public List<DialectName> names() {
    return List.of(new DialectName("ansi"));
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public Renderer renderer() {
    return new AnsiRenderer(capabilities);
  }

  @Override
  public Inspector inspector() {
    return new TrialInspector();
  }

  /** What the tests declare is stored as it is declared. */
  @Override
  public Schema canonical(Schema schema) {
    return schema;
  }

  @Override
  public MigrationLock lock(QualifiedName history) {
    return new TrialLock();
  }

  @Override
  public boolean isMissingTable(SQLException failure) {
    return NO_TABLE.contains(failure.getErrorCode());
  }
}
