/** What every dialect must do, as tests that run on its database. */
@NullMarked
package dev.migrate.testkit.dialect;

import org.jspecify.annotations.NullMarked;
