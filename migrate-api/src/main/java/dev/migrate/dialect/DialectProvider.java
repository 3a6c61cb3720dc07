package dev.migrate.dialect;

import dev.migrate.schema.DialectName;
import java.util.Optional;
import java.util.Set;

/**
 * Makes dialects. Found by {@link java.util.ServiceLoader}: a dialect module provides one, both in
 * its module descriptor and in {@code META-INF/services}.
 */
public interface DialectProvider {

  /**
   * The names of the dialects that it makes.
   *
   * @return at least one name
   */
  Set<DialectName> names();

  /**
   * The dialect for a database that is connected.
   *
   * @param product what the driver says that it is connected to
   * @return the dialect, if the database is one of this provider's
   */
  Optional<Dialect> dialectFor(DatabaseProduct product);

  /**
   * The dialect for scripts that are made without a database.
   *
   * @param name one of {@link #names()}
   * @return the dialect of the newest version that is known
   */
  Dialect dialect(DialectName name);
}
