/**
 * A program that shows what a killed run leaves in a database, with this library and with others.
 *
 * <p>Depends on the engine and on the testkit for dialects.
 */
@NullMarked
package dev.migrate.kills;

import org.jspecify.annotations.NullMarked;
