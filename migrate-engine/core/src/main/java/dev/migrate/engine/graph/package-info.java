/**
 * The graph of revisions: ancestors, the canonical order, and the meaning of targets such as {@code
 * billing@head}. Has no access to a database; everything is immutable.
 *
 * <p>Stands on {@link dev.migrate} and {@link dev.migrate.report}; the planner stands on it.
 */
@NullMarked
package dev.migrate.engine.graph;

import org.jspecify.annotations.NullMarked;
