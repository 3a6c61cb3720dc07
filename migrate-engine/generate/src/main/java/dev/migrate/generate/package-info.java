/**
 * Revisions from a difference: the operations that lead from one schema to another. Depends on
 * {@link dev.migrate.schema}, {@link dev.migrate.operation} and {@link dev.migrate.error}.
 *
 * <p>Depends on the API.
 */
@NullMarked
package dev.migrate.generate;

import org.jspecify.annotations.NullMarked;
