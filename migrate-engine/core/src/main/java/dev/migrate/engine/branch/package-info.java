/**
 * Do branches agree? Compares what parallel revisions look at and change, without a database in
 * reach.
 *
 * <p>Stands on {@link dev.migrate.engine.plan}, {@link dev.migrate.engine.graph}, {@link
 * dev.migrate.engine.names}, {@link dev.migrate.report} and the API.
 */
@NullMarked
package dev.migrate.engine.branch;

import org.jspecify.annotations.NullMarked;
