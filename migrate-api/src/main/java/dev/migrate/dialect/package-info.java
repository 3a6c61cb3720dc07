/**
 * The SPI of the dialect modules: rendering, inspection, canonical form, locking. Applications do
 * not need it.
 *
 * <p>Depends on {@link dev.migrate.error}, {@link dev.migrate.operation} and {@link
 * dev.migrate.schema}.
 */
@NullMarked
package dev.migrate.dialect;

import org.jspecify.annotations.NullMarked;
