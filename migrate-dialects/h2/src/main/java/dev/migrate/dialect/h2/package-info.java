/**
 * What H2 does differently from the standard. Depends on {@link dev.migrate.dialect.ansi} and what
 * that depends on.
 */
@NullMarked
package dev.migrate.dialect.h2;

import org.jspecify.annotations.NullMarked;
