/**
 * The revisions as the commands show them: their place in the graph, and their state where the
 * database was asked.
 *
 * <p>Depends on {@link dev.migrate.engine}, {@link dev.migrate.report} and the API.
 */
@NullMarked
package dev.migrate.commands.entry;

import org.jspecify.annotations.NullMarked;
