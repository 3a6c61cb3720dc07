/**
 * The SPI of the dialect modules: rendering, inspection, canonical form, locking. Applications do
 * not need it. Depends on {@link dev.migrate.operation}, {@link dev.migrate.schema} and {@link
 * dev.migrate.error}.
 */
@NullMarked
package dev.migrate.dialect;

import org.jspecify.annotations.NullMarked;
