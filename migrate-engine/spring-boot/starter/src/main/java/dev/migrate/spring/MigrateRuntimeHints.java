package dev.migrate.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** What is looked up by name, so that a native image finds it as well. */
final class MigrateRuntimeHints implements RuntimeHintsRegistrar {

  @Override
  public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
    OtherTools.types().forEach(type -> hints.reflection().registerTypeIfPresent(loader, type));
    hints.reflection().registerTypeIfPresent(loader, DbListener.COMMANDS);
  }
}
