/** What is refused before anything runs. */
@NullMarked
package dev.migrate.engine.check;

import org.jspecify.annotations.NullMarked;
