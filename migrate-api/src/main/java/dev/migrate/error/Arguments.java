package dev.migrate.error;

import org.jspecify.annotations.Nullable;

/** Checks of what a call is handed, for arguments that mean nothing whatever the call does. */
public final class Arguments {

  private Arguments() {}

  /**
   * Checks that an argument is not null.
   *
   * @param value the argument
   * @param what which one, such as {@code the name of a table}
   * @param <T> its type
   * @return the argument
   * @throws DefinitionException if it is null
   */
  public static <T> T requireGiven(@Nullable T value, String what) {
    if (value == null) {
      throw new DefinitionException(what + " is null", "give a value, or leave the call out");
    }
    return value;
  }
}
