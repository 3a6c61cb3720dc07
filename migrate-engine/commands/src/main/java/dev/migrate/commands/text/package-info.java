/**
 * What the commands print for people: lines and tables that fit a terminal, and stay whole
 * elsewhere.
 *
 * <p>Depends on {@link dev.migrate.commands.advice}, {@link dev.migrate.commands.entry}, {@link
 * dev.migrate.commands.terminal}, {@link dev.migrate.report} and the API.
 */
@NullMarked
package dev.migrate.commands.text;

import org.jspecify.annotations.NullMarked;
