/**
 * What a database must answer: rendering, inspection, canonical form, locking. The SPI of the
 * dialect modules; applications need none of it. Depends on {@link dev.migrate.operation}, {@link
 * dev.migrate.schema} and {@link dev.migrate.error}.
 */
@NullMarked
package dev.migrate.dialect;

import org.jspecify.annotations.NullMarked;
