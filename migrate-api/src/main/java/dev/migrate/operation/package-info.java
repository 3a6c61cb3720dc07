/**
 * What can change: one record for each operation, each with its effect on the schema, its inverse
 * and its footprint in the same file. The names of the records and of their components are the
 * stored format of the history: a name that changes makes what is applied unreadable.
 *
 * <p>Depends on {@link dev.migrate.error} and {@link dev.migrate.schema}.
 */
@NullMarked
package dev.migrate.operation;

import org.jspecify.annotations.NullMarked;
