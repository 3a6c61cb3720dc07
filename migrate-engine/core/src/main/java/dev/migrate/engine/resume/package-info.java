/** What becomes of a revision that began and did not end. */
@NullMarked
package dev.migrate.engine.resume;

import org.jspecify.annotations.NullMarked;
