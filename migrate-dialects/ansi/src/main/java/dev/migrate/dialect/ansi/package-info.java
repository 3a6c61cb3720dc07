/**
 * Operations in standard SQL, to be extended by the dialects. Depends on {@link
 * dev.migrate.schema}, {@link dev.migrate.operation}, {@link dev.migrate.dialect} and {@link
 * dev.migrate.error}.
 */
@NullMarked
package dev.migrate.dialect.ansi;

import org.jspecify.annotations.NullMarked;
