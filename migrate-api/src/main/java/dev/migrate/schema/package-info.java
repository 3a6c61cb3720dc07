/**
 * The model of a database: tables, columns, types, keys, indexes, sequences, views. Immutable
 * values, equal by meaning. Depends on {@link dev.migrate.error} alone.
 */
@NullMarked
package dev.migrate.schema;

import org.jspecify.annotations.NullMarked;
