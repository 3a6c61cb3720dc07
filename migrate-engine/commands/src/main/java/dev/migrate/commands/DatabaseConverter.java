package dev.migrate.commands;

import dev.migrate.commands.skeleton.Database;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The names of databases on the command line, in lower case. */
final class DatabaseConverter implements ITypeConverter<Database>, Iterable<String> {

  @Override
  public Database convert(String value) {
    return Arrays.stream(Database.values())
        .filter(database -> word(database).equals(value.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected one of " + String.join(", ", this) + ", but was '" + value + "'"));
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(Database.values()).map(DatabaseConverter::word).iterator();
  }

  private static String word(Database database) {
    return database.dialect().value();
  }
}
