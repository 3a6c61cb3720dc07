package dev.migrate.engine.history;

import java.util.Optional;

/**
 * How far a revision is that began and has not ended. Immutable.
 *
 * @param statement the number of the statement that may be running, from 1; those before it are
 *     done
 * @param digest the digest of the statements up to and with that one
 * @param session the session that may have executed it; empty if it surely was not executed
 */
public record Flight(int statement, String digest, Optional<String> session) {}
