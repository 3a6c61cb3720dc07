/** The database beside what revisions declare. */
@NullMarked
package dev.migrate.engine.live;

import org.jspecify.annotations.NullMarked;
