/**
 * The graph of revisions: what comes before what, in which order, and what a target such as {@code
 * billing@head} means. Pure: no database in reach, everything immutable.
 *
 * <p>Stands on {@link dev.migrate} and {@link dev.migrate.report}; the planner stands on it.
 */
@NullMarked
package dev.migrate.engine.graph;

import org.jspecify.annotations.NullMarked;
