/**
 * Compares the database with what revisions declare.
 *
 * <p>Depends on {@link dev.migrate.engine.connect}, {@link dev.migrate.engine.plan}, {@link
 * dev.migrate.report} and the API.
 */
@NullMarked
package dev.migrate.engine.live;

import org.jspecify.annotations.NullMarked;
