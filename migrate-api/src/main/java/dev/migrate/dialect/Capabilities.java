package dev.migrate.dialect;

/**
 * What a database can do, in facts.
 *
 * @param database its name and version as a person would say it: {@code H2 2.4}
 * @param transactionalDdl whether changes of the schema are part of the transaction, so that a
 *     revision happens as a whole or not at all
 * @param nameLength the most characters or bytes of a name
 * @param nameLengthInBytes whether the length of names counts bytes (UTF-8) rather than characters
 */
public record Capabilities(
    String database, boolean transactionalDdl, int nameLength, boolean nameLengthInBytes) {}
