/**
 * The API that users write against: revisions, their place in the graph, and the operations that
 * they record.
 *
 * <p>Depends on {@link dev.migrate.operation}, {@link dev.migrate.schema} and {@link
 * dev.migrate.error}. A revision needs one static import: {@code import static dev.migrate.Ddl.*;}.
 */
@NullMarked
package dev.migrate;

import org.jspecify.annotations.NullMarked;
