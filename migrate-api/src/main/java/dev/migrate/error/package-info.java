/**
 * Errors of definitions and operations, and the base class of all exceptions. Depends on nothing.
 */
@NullMarked
package dev.migrate.error;

import org.jspecify.annotations.NullMarked;
