/**
 * What can change: one record for each operation, each with its effect on the schema, its inverse
 * and its footprint in the same file.
 *
 * <p>Depends on {@link dev.migrate.error} and {@link dev.migrate.schema}.
 */
@NullMarked
package dev.migrate.operation;

import org.jspecify.annotations.NullMarked;
