/**
 * The names that the objects of a schema take in a database, and which of them clash.
 *
 * <p>Depends on the API.
 */
@NullMarked
package dev.migrate.engine.names;

import org.jspecify.annotations.NullMarked;
