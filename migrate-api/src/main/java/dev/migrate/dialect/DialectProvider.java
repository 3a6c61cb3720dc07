package dev.migrate.dialect;

import dev.migrate.schema.DialectName;
import java.util.Optional;
import java.util.Set;

/**
 * Creates dialects. Found by {@link java.util.ServiceLoader}: a dialect module registers one both
 * in its module descriptor and in {@code META-INF/services}.
 */
public interface DialectProvider {

  /**
   * The names of the dialects that it can create.
   *
   * @return at least one name
   */
  Set<DialectName> names();

  /**
   * The dialect for a connected database.
   *
   * @param product the product as reported by the driver
   * @return the dialect, if the database is one of this provider's
   */
  Optional<Dialect> dialectFor(DatabaseProduct product);

  /**
   * The dialect for scripts that are created without a database.
   *
   * @param name one of {@link #names()}
   * @return the dialect for the newest known version
   */
  Dialect dialect(DialectName name);
}
