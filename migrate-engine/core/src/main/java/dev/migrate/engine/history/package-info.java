/**
 * The history in the database: what is applied, and what is in flight. Alone knows the table.
 *
 * <p>Stands on {@link dev.migrate.engine.connect}, {@link dev.migrate.report}, the API and JDBI.
 */
@NullMarked
package dev.migrate.engine.history;

import org.jspecify.annotations.NullMarked;
