/**
 * Which names the objects of a schema take in a database, and whether two can have the same. Stands
 * on the API alone.
 */
@NullMarked
package dev.migrate.engine.names;

import org.jspecify.annotations.NullMarked;
