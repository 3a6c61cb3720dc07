package dev.migrate.commands;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of the library and of Java. */
final class VersionProvider implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(VersionProvider.class.getPackage().getImplementationVersion())
            .or(
                () ->
                    Optional.ofNullable(VersionProvider.class.getModule().getDescriptor())
                        .flatMap(module -> module.rawVersion()))
            .orElse("(not from a jar)");
    return new String[] {"Migrate " + version + ", Java " + System.getProperty("java.version")};
  }
}
