/**
 * What can be wrong with a definition or an operation, and the common base of every exception that
 * this library throws.
 *
 * <p>Depends on the JDK alone.
 */
@NullMarked
package dev.migrate.error;

import org.jspecify.annotations.NullMarked;
