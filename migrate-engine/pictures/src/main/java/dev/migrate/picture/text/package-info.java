/**
 * The revision graph as lines of text, which a caller can colour.
 *
 * <p>Depends on {@link dev.migrate.picture.graph} and the API.
 */
@NullMarked
package dev.migrate.picture.text;

import org.jspecify.annotations.NullMarked;
