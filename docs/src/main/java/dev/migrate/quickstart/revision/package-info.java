/**
 * The revisions of the quickstart: Chinook, a music store, and the user accounts of two developers.
 */
@NullMarked
package dev.migrate.quickstart.revision;

import org.jspecify.annotations.NullMarked;
