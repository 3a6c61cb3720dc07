/**
 * What users write: revisions, their place in the graph, and the operations that they record.
 *
 * <p>Stands on {@link dev.migrate.operation}, {@link dev.migrate.schema} and {@link
 * dev.migrate.error}. One static import serves a revision: {@code import static
 * dev.migrate.Ddl.*;}.
 */
@NullMarked
package dev.migrate;

import org.jspecify.annotations.NullMarked;
