/**
 * What to do: from the graph, the history and a target to a plan, without a database in reach.
 *
 * <p>Stands on {@link dev.migrate.engine.graph}, {@link dev.migrate.engine.names}, {@link
 * dev.migrate.report} and the API.
 */
@NullMarked
package dev.migrate.engine.plan;

import org.jspecify.annotations.NullMarked;
