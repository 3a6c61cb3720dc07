package dev.migrate.dialect;

import java.util.Set;

/**
 * The capabilities of a database, in facts.
 *
 * @param database its name and version for people, such as {@code H2 2.4}
 * @param transactionalDdl whether schema changes are transactional, so that a revision is applied
 *     as a whole or not at all
 * @param nameLength the maximum length of a name, in characters or bytes
 * @param nameLengthInBytes whether name lengths are counted in bytes (UTF-8) rather than characters
 * @param online which changes of a table do not block writes to it
 */
public record Capabilities(
    String database,
    boolean transactionalDdl,
    int nameLength,
    boolean nameLengthInBytes,
    Set<OnlineChange> online) {

  /** Copies. */
  public Capabilities {
    online = Set.copyOf(online);
  }
}
