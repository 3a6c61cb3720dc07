package dev.migrate.engine.plan;

import dev.migrate.Recording;
import dev.migrate.RevisionId;
import java.util.Optional;

/**
 * What a revision does where certain others are applied. Immutable.
 *
 * @param recording what it does
 * @param after the revision after which it does that instead of its own operations; empty for these
 */
public record Variation(Recording recording, Optional<RevisionId> after) {}
