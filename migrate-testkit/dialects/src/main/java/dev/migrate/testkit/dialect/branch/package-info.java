/** Changes that branches make, and whether a database agrees with the verdict on two of them. */
@NullMarked
package dev.migrate.testkit.dialect.branch;

import org.jspecify.annotations.NullMarked;
