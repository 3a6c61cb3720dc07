/**
 * What can be wrong with a definition or an operation, and the common base of every exception that
 * this library throws. Depends on nothing.
 */
@NullMarked
package dev.migrate.error;

import org.jspecify.annotations.NullMarked;
