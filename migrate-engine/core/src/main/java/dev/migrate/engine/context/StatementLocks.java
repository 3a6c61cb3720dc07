package dev.migrate.engine.context;

import java.time.Duration;

/**
 * How long statements wait for locks of other sessions. Immutable.
 *
 * @param timeout how long one attempt waits
 * @param limit how long all attempts of one statement, or of one revision in a transaction, take
 */
public record StatementLocks(Duration timeout, Duration limit) {}
