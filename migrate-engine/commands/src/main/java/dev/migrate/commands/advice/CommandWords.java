package dev.migrate.commands.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Advice of the engine in commands: a message names the call of a {@code Migrator} that helps, and
 * a person who typed a command types the next one. Only advice is changed; what comes from the
 * database or from revisions stays as it is.
 */
public final class CommandWords {

  /** Quoted texts, or the dots that stand for one. */
  private static final String ARGUMENTS = "(|…|\".+?\"(?:, \".+?\")*)";

  private static final Pattern CALL =
      Pattern.compile(
          "(?<!override )(?<!in )(?:(call)(\\s+))?(?:[mM]igrator\\.)?\\b"
              + "(upgrade|downgrade|stamp|stampAccepting|restamp|restampAccepting|current|heads"
              + "|branches|history|conflicts|check|drift)"
              + "\\("
              + ARGUMENTS
              + "\\)");

  private static final Pattern SETTLE =
      Pattern.compile(
          "(?:(call)(\\s+))?(?:migrator\\.)?settle\\((?:RevisionId\\.of\\(\"(.+?)\"\\)|…),\\s*"
              + "Settlement\\.((?:NOT_)?EXECUTED)\\)(?:\\s+or\\s+Settlement\\.((?:NOT_)?EXECUTED))?");

  /** What is set where an application builds its migrator. */
  private static final Pattern SETTING =
      Pattern.compile(
          "\\b(historyTable|lockTimeout|statementLockTimeout|statementLockLimit"
              + "|withoutStatementLockTimeout|lease|withoutLease|acceptConflict|undoesUnknownSql)\\(");

  /** The line of the next step in a message, or of an alternative. */
  private static final Pattern NEXT = Pattern.compile("( *)(?:next|or) {2,}.*");

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_.,/@:+=-]+");

  private CommandWords() {}

  /** A message, with the advice in it in commands. */
  public static String in(String message) {
    StringBuilder all = new StringBuilder();
    StringBuilder advice = new StringBuilder();
    int indent = -1;
    for (String line : message.split("(?<=\n)", -1)) {
      Matcher next = NEXT.matcher(line.stripTrailing());
      if (next.matches()) {
        all.append(of(advice.toString()));
        advice.setLength(0);
        indent = next.group(1).length();
      } else if (indent >= 0 && spaces(line) <= indent) {
        all.append(of(advice.toString()));
        advice.setLength(0);
        indent = -1;
      }
      (indent >= 0 ? advice : all).append(line);
    }
    return all.append(of(advice.toString())).toString();
  }

  /** Advice in commands. */
  public static String of(String advice) {
    String settled = SETTLE.matcher(advice).replaceAll(CommandWords::settling);
    return CALL.matcher(settled).replaceAll(CommandWords::command);
  }

  /** What a message advises to set in the code of the application, where no command helps. */
  public static Optional<String> settings(String message) {
    Set<String> names =
        SETTING
            .matcher(message)
            .results()
            .map(found -> found.group(1) + "(…)")
            .collect(Collectors.toCollection(TreeSet::new));
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.join(" and ", names)
                + (names.size() == 1 ? " belongs" : " belong")
                + " to the code that builds the migrator");
  }

  private static String command(MatchResult call) {
    List<String> words = words(call.group(4));
    String name = call.group(3);
    String command =
        switch (name) {
          case "downgrade" -> "db downgrade" + (words.isEmpty() ? "" : " " + words.get(0));
          case "restamp" -> "db stamp " + String.join(" ", words) + " --again";
          case "stampAccepting" -> accepting(words);
          case "restampAccepting" -> accepting(words) + " --again";
          case "history" -> "db history -i";
          default -> ("db " + name + " " + String.join(" ", words)).stripTrailing();
        };
    return Matcher.quoteReplacement(run(call.group(1), call.group(2)) + command);
  }

  private static String accepting(List<String> words) {
    boolean isForm = words.size() < 2 || words.equals(List.of("reason", "target"));
    return isForm
        ? "db stamp <target> --accept <reason>"
        : "db stamp "
            + String.join(" ", words.subList(1, words.size()))
            + " --accept "
            + words.get(0);
  }

  private static String settling(MatchResult call) {
    String revision = call.group(3) == null ? "<revision>" : word(call.group(3));
    String other = call.group(5) == null ? "" : " or " + flag(call.group(5));
    return Matcher.quoteReplacement(
        run(call.group(1), call.group(2))
            + "db settle "
            + revision
            + " "
            + flag(call.group(4))
            + other);
  }

  private static String flag(String settlement) {
    return settlement.equals("EXECUTED") ? "--ran" : "--did-not-run";
  }

  private static String run(String call, String space) {
    return call == null ? "" : "run" + space;
  }

  private static List<String> words(String arguments) {
    if (arguments.isEmpty()) {
      return List.of();
    }
    if (arguments.equals("…")) {
      return List.of("<target>");
    }
    List<String> words = new ArrayList<>();
    for (String each : arguments.substring(1, arguments.length() - 1).split("\", \"", -1)) {
      words.add(each.equals("…") ? "<target>" : word(each));
    }
    return words;
  }

  /** An argument as a shell takes it: ids may have characters that mean something there. */
  private static String word(String argument) {
    return PLAIN.matcher(argument).matches()
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }

  private static int spaces(String line) {
    int spaces = 0;
    while (spaces < line.length() && line.charAt(spaces) == ' ') {
      spaces++;
    }
    return spaces;
  }
}
