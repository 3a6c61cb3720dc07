/**
 * What a migrator is asked for: upgrades, downgrades, stamps, answers and scripts, each from its
 * first look to its outcome.
 */
@NullMarked
package dev.migrate.engine.call;

import org.jspecify.annotations.NullMarked;
