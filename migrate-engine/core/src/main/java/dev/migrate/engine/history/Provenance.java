package dev.migrate.engine.history;

import java.time.Instant;

/**
 * Where a row of the history comes from. Written with the row and never changed; a start does not
 * read it. Immutable.
 *
 * @param dialect the dialect on which the revision ran
 * @param server the database and its version
 * @param appliedAt when it began
 * @param appliedBy who applied it
 */
public record Provenance(String dialect, String server, Instant appliedAt, String appliedBy) {}
