/**
 * The JSON form of what the commands read. The guide of the commands documents every key; keys are
 * only ever added.
 *
 * <p>Depends on {@link dev.migrate.commands.advice}, {@link dev.migrate.commands.entry}, {@link
 * dev.migrate.engine.connect}, {@link dev.migrate.picture}, {@link dev.migrate.report}, the API and
 * Jackson.
 */
@NullMarked
package dev.migrate.commands.json;

import org.jspecify.annotations.NullMarked;
