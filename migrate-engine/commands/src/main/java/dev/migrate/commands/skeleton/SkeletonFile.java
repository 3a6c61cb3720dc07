package dev.migrate.commands.skeleton;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A file of the skeleton. Immutable.
 *
 * @param path where it is in the folder of the application
 * @param text what is in it
 */
public record SkeletonFile(Path path, String text) {

  /** Checks. */
  public SkeletonFile {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(text, "text");
  }
}
