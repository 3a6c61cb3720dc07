/**
 * What a command writes to and reads from.
 *
 * <p>Depends on the API.
 */
@NullMarked
package dev.migrate.commands.terminal;

import org.jspecify.annotations.NullMarked;
