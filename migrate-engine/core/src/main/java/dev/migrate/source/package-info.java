/**
 * Operations and revisions as Java source, in the words that people write. Depends on {@link
 * dev.migrate.schema}, {@link dev.migrate.operation}, {@link dev.migrate.error} and {@code
 * dev.migrate}.
 *
 * <p>Depends on {@link dev.migrate.model} and the API.
 */
@NullMarked
package dev.migrate.source;

import org.jspecify.annotations.NullMarked;
