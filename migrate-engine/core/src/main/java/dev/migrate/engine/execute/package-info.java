/**
 * The only place where something happens: statements run, step by step, and the history is kept so
 * that a process killed anywhere can be followed by another.
 *
 * <p>Stands on all other packages of the engine but its face.
 */
@NullMarked
package dev.migrate.engine.execute;

import org.jspecify.annotations.NullMarked;
