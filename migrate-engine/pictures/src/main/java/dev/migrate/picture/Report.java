package dev.migrate.picture;

import java.util.Optional;

/**
 * A report that was read. Immutable and thread-safe.
 *
 * @param html the page
 * @param applied the number of revisions that are applied
 * @param pending the number of those that are not
 * @param conflicts the number of conflicts between branches; empty if they could not be compared
 * @param drift the number of differences between the database and its applied revisions; empty if
 *     they could not be compared
 * @param model the number of differences between the model and the revisions; empty if there is no
 *     model, or they could not be compared
 */
public record Report(
    String html,
    int applied,
    int pending,
    Optional<Integer> conflicts,
    Optional<Integer> drift,
    Optional<Integer> model) {}
