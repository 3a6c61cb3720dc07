/**
 * Reads and writes the history table.
 *
 * <p>Depends on {@link dev.migrate.engine.connect}, {@link dev.migrate.report} and the API.
 */
@NullMarked
package dev.migrate.engine.history;

import org.jspecify.annotations.NullMarked;
