/**
 * The API that users write against: revisions, their place in the graph, and the operations that
 * they record.
 *
 * <p>A revision needs one static import: {@code import static dev.migrate.Ddl.*;}.
 *
 * <p>Depends on {@link dev.migrate.error}, {@link dev.migrate.operation} and {@link
 * dev.migrate.schema}.
 */
@NullMarked
package dev.migrate;

import org.jspecify.annotations.NullMarked;
