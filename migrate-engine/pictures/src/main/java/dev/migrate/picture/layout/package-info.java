/**
 * Where boxes and lines go.
 *
 * <p>Depends on the API.
 */
@NullMarked
package dev.migrate.picture.layout;

import org.jspecify.annotations.NullMarked;
