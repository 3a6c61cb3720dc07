/**
 * The quickstart: a music store in a file, migrated up, filled, migrated down to before its branch
 * and up again. Runs with {@code ./mvnw -q -Pquickstart}.
 */
@NullMarked
package dev.migrate.quickstart;

import org.jspecify.annotations.NullMarked;
