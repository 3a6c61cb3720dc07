/**
 * The face of the library: {@link dev.migrate.engine.Migrator} and what it is built from.
 *
 * <p>Holds no algorithm; everything is done by the packages below.
 */
@NullMarked
package dev.migrate.engine;

import org.jspecify.annotations.NullMarked;
