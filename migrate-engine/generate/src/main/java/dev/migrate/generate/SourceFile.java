package dev.migrate.generate;

import java.util.Objects;

/**
 * A Java file with one class. Immutable.
 *
 * @param packageName the package; empty for none
 * @param className the simple name of the class
 * @param text what is in the file
 */
record SourceFile(String packageName, String className, String text) {

  SourceFile {
    Objects.requireNonNull(text, "text");
  }
}
