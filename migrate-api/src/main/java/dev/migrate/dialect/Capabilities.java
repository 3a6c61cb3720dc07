package dev.migrate.dialect;

import java.util.Set;

/**
 * What a database can do, in facts.
 *
 * @param database its name and version as a person would declare it: {@code H2 2.4}
 * @param transactionalDdl whether changes of the schema are part of the transaction, so that a
 *     revision happens as a whole or not at all
 * @param nameLength the most characters or bytes of a name
 * @param nameLengthInBytes whether the length of names counts bytes (UTF-8) rather than characters
 * @param online which changes of a table go without keeping others from writing to it
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
