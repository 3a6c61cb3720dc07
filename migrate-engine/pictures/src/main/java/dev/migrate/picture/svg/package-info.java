/**
 * Pictures as SVG.
 *
 * <p>Depends on the API.
 */
@NullMarked
package dev.migrate.picture.svg;

import org.jspecify.annotations.NullMarked;
