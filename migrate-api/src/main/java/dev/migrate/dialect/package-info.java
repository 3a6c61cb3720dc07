/**
 * What a database must answer: rendering, inspection, canonical form, locking. The SPI of the
 * dialect modules; applications need none of it.
 *
 * <p>Depends on {@link dev.migrate.operation} and {@link dev.migrate.schema}.
 */
@NullMarked
package dev.migrate.dialect;

import org.jspecify.annotations.NullMarked;
