/**
 * The model of a database: tables, columns, types, keys, indexes, sequences, views. Immutable
 * values, equal by meaning.
 *
 * <p>Depends on {@link dev.migrate.error} and {@link dev.migrate.sql}.
 */
@NullMarked
package dev.migrate.schema;

import org.jspecify.annotations.NullMarked;
