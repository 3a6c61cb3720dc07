/**
 * Operations in standard SQL, to be extended by the dialects.
 *
 * <p>Depends on the API.
 */
@NullMarked
package dev.migrate.dialect.ansi;

import org.jspecify.annotations.NullMarked;
