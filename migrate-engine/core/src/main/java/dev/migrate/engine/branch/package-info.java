/**
 * Finds parallel revisions that conflict, and what helps. Needs no database.
 *
 * <p>Depends on {@link dev.migrate.engine.graph}, {@link dev.migrate.engine.names}, {@link
 * dev.migrate.engine.plan}, {@link dev.migrate.report}, {@link dev.migrate.source} and the API.
 */
@NullMarked
package dev.migrate.engine.branch;

import org.jspecify.annotations.NullMarked;
