package dev.migrate.commands;

import dev.migrate.commands.terminal.Terminal;
import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import dev.migrate.error.SimilarNames;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Explains a command that cannot be read: the nearest name, what is missing, an example. */
final class UsageErrors implements IParameterExceptionHandler {

  private final Terminal terminal;

  UsageErrors(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandSpec command = failure.getCommandLine().getCommandSpec();
    Facts facts;
    if (failure instanceof UnmatchedArgumentException unmatched) {
      facts = unmatched(unmatched, command);
    } else if (failure instanceof MissingParameterException missing) {
      facts = missing(missing);
    } else if (isUnknownTopic(failure)) {
      facts = noCommand(failure.getValue(), command);
    } else {
      facts = Facts.of(sentence(String.valueOf(failure.getMessage())));
    }
    List<String> examples = Stream.of(command.usageMessage().footer()).map(String::strip).toList();
    if (!examples.isEmpty()) {
      facts = facts.with("example", String.join("\n", examples));
    }
    facts = facts.next("see " + help(command));
    return new ErrorReport(terminal, false).exitCode(new DefinitionException(facts));
  }

  private static Facts unmatched(UnmatchedArgumentException failure, CommandSpec command) {
    String argument = failure.getUnmatched().get(0);
    List<String> suggestions = failure.getSuggestions();
    String name = command.qualifiedName();
    if (failure.isUnknownOption()) {
      String option =
          argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument;
      if (isOfSubcommand(option, command)) {
        return Facts.of("the option " + option + " comes after the command");
      }
      Facts facts = Facts.of(name + " has no option " + option);
      return suggestions.isEmpty()
          ? facts.known(option, options(command))
          : facts.with("nearest", String.join(", ", suggestions));
    }
    if (command.subcommands().isEmpty()) {
      return Facts.of(name + " has no parameter \"" + argument + "\" here");
    }
    return noCommand(argument, command);
  }

  /** {@code db help nope}: picocli has no exception of its own for it. */
  private static boolean isUnknownTopic(ParameterException failure) {
    return failure.getClass() == ParameterException.class
        && failure.getArgSpec() == null
        && failure.getValue() != null;
  }

  /** No name is offered that is not similar: the help has them all. */
  private static Facts noCommand(String argument, CommandSpec command) {
    Facts facts = Facts.of("there is no command \"" + argument + "\"");
    Set<String> names = command.subcommands().keySet();
    List<String> nearest = names.stream().filter(name -> name.startsWith(argument)).toList();
    if (nearest.isEmpty()) {
      nearest = SimilarNames.of(argument, names.stream());
    }
    if (!nearest.isEmpty()) {
      return facts.with("nearest", String.join(", ", nearest));
    }
    return facts.with("commands", String.join(", ", names));
  }

  private static boolean isOfSubcommand(String option, CommandSpec command) {
    return command.subcommands().values().stream()
        .anyMatch(each -> each.getCommandSpec().findOption(option) != null);
  }

  private static Facts missing(MissingParameterException failure) {
    List<ArgSpec> missing = failure.getMissing();
    if (missing.isEmpty()) {
      return Facts.of(sentence(String.valueOf(failure.getMessage())));
    }
    Facts facts = Facts.of(sentence(String.valueOf(failure.getMessage())));
    for (ArgSpec each : missing) {
      facts = facts.with("missing", label(each) + ": " + String.join(" ", each.description()));
    }
    return facts;
  }

  private static String label(ArgSpec argument) {
    return argument instanceof CommandLine.Model.OptionSpec option
        ? option.longestName() + " " + argument.paramLabel()
        : argument.paramLabel();
  }

  private static List<String> options(CommandSpec command) {
    return command.options().stream()
        .filter(option -> !option.hidden())
        .map(CommandLine.Model.OptionSpec::longestName)
        .toList();
  }

  /** In the form of our messages: no capital at the start, and no second "error". */
  private static String sentence(String text) {
    String message = text.startsWith("Error: ") ? text.substring("Error: ".length()) : text;
    return message.isEmpty() || (message.length() > 1 && Character.isUpperCase(message.charAt(1)))
        ? message
        : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }

  private static String help(CommandSpec command) {
    CommandSpec parent = command.parent() == null ? null : command.parent();
    return parent == null
        ? command.name() + " help"
        : parent.qualifiedName() + " help " + command.name();
  }
}
