/**
 * Makes plans: which revisions run, and the schema before and after each. Needs no database.
 *
 * <p>Depends on {@link dev.migrate.engine.graph}, {@link dev.migrate.engine.json}, {@link
 * dev.migrate.engine.names}, {@link dev.migrate.report} and the API.
 */
@NullMarked
package dev.migrate.engine.plan;

import org.jspecify.annotations.NullMarked;
