/**
 * What H2 does differently from the standard: renders, inspects, stores and locks. Depends on
 * {@link dev.migrate.dialect} and the standard dialect; nothing depends on it, and it needs no H2
 * driver to compile.
 */
@NullMarked
package dev.migrate.dialect.h2;

import org.jspecify.annotations.NullMarked;
