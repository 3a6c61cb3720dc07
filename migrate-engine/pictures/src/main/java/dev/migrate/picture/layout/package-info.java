/**
 * Where boxes and lines go.
 *
 * <p>Depends on graph-support-core.
 */
@NullMarked
package dev.migrate.picture.layout;

import org.jspecify.annotations.NullMarked;
