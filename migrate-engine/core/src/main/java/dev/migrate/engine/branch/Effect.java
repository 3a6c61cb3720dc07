package dev.migrate.engine.branch;

import dev.migrate.RevisionId;
import dev.migrate.operation.Footprint;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import java.util.Optional;

/**
 * An operation of a revision with what it touches. Immutable.
 *
 * @param operation the operation
 * @param footprint what it and its inverse touch
 * @param before the schema before it, as far as its ancestors and what it runs after make it
 * @param after the schema after it
 * @param variantOf the revision after which the revision does this instead; empty for what it
 *     recorded
 */
record Effect(
    Operation operation,
    Footprint footprint,
    Schema before,
    Schema after,
    Optional<RevisionId> variantOf) {}
