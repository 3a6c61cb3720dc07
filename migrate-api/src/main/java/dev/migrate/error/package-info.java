/**
 * Errors of definitions and operations, and the base class of all exceptions.
 *
 * <p>Depends on the JDK alone.
 */
@NullMarked
package dev.migrate.error;

import org.jspecify.annotations.NullMarked;
