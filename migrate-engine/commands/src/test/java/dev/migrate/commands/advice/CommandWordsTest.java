package dev.migrate.commands.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.Migrator;
import dev.migrate.engine.MigratorBuilder;
import dev.migrate.error.Facts;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever types commands is never told to call a method that a command calls. */
class CommandWordsTest {

  private static final Pattern CALL = Pattern.compile("\\b([a-z]\\w*)\\(");

  /** Methods of a revision, which its author writes; a migrator has one of the same name. */
  private static final Pattern OF_A_REVISION = Pattern.compile("(override|in) downgrade\\(…\\)");

  /** Calls in the code of an application: {@code settings} says where they belong. */
  private static final Set<String> SETTINGS =
      Set.of(
          "statementLockTimeout",
          "statementLockLimit",
          "withoutStatementLockTimeout",
          "lease",
          "withoutLease",
          "historyTable",
          "lockTimeout",
          "acceptConflict",
          "undoesUnknownSql");

  /** What the application builds is refused before a command runs, in the words of its author. */
  private static final Set<String> BUILDING =
      Set.of("revisions", "dialect", "requireSingleHead", "on", "offline");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "call upgrade() or downgrade(…), which goes on"
            + " | run db upgrade or db downgrade <target>, which goes on",
        "downgrade(\"002@base\"), which undoes 002; then upgrade()"
            + " | db downgrade 002@base, which undoes 002; then db upgrade",
        "stamp(\"current\"), which records | db stamp current, which records",
        "record that with stamp(\"…\") | record that with db stamp <target>",
        "with stamp(\"001\", \"002\"); | with db stamp 001 002;",
        "with restamp(\"heads\"); or reconcile | with db stamp heads --again; or reconcile",
        "stampAccepting(\"reason\", \"target\") | db stamp <target> --accept <reason>",
        "restampAccepting(\"reason\", \"target\") | db stamp <target> --accept <reason> --again",
        "stampAccepting(\"it is late\", \"heads\") | db stamp heads --accept 'it is late'",
        "call migrator.settle(RevisionId.of(\"002\"), Settlement.EXECUTED) or"
            + " Settlement.NOT_EXECUTED, and | run db settle 002 --ran or --did-not-run, and",
        "call settle(…, Settlement.EXECUTED) | run db settle <revision> --ran",
        "look at history() | look at db history -i",
        "ask: migrator.conflicts(); what | ask: db conflicts; what",
        "downgrade(\"a$(x)'b\") | db downgrade 'a$(x)'\\''b'",
        "override downgrade(…), and | override downgrade(…), and",
        "an upgrade does it | an upgrade does it"
      })
  void aCallIsACommand(String advice, String command) {
    assertThat(CommandWords.of(advice)).isEqualTo(command);
  }

  /** SQL and ids can look like a call. */
  @Test
  void onlyAdviceIsChanged() {
    String message =
        Facts.of("a statement failed: upgrade()")
            .with("statement", "SELECT history(),\n upgrade()")
            .with("problem", Facts.of("inner").next("call upgrade(),\nand history()").toString())
            .with("left", "upgrade() is no column")
            .next("call upgrade()\nagain")
            .toString();

    assertThat(CommandWords.in(message))
        .isEqualTo(
            """
            a statement failed: upgrade()
              statement  SELECT history(),
                          upgrade()
              problem    inner
                           next       run db upgrade,
                                      and db history -i
              left       upgrade() is no column
              next       run db upgrade
                         again\
            """);
    assertThat(CommandWords.in("a\n\nb\n")).isEqualTo("a\n\nb\n");
  }

  @Test
  void whatIsSetInCodeIsNamed() {
    assertThat(CommandWords.settings("raise lockTimeout(…) or historyTable(\"x\")"))
        .hasValue("historyTable(…) and lockTimeout(…) belong to the code that builds the migrator");
    assertThat(CommandWords.settings("call again")).isEmpty();
  }

  /**
   * Reads every text in the sources of the engine, so that a new message with a call is here too:
   * add the call to {@link CommandWords}, or to the sets above if a person writes it in code.
   */
  @Test
  void everyCallInAMessageHasACommand() throws IOException {
    Set<String> calls = methods(Migrator.class);
    Set<String> settings = methods(MigratorBuilder.class);
    List<String> forgotten = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    for (SourceTexts.Text text : texts()) {
      String advice = text.value().replaceAll("\\(value(?=[,)])", "(\"value\"");
      String translated = OF_A_REVISION.matcher(CommandWords.of(advice)).replaceAll("");
      names(advice).filter(calls::contains).forEach(seen::add);
      names(translated)
          .filter(name -> calls.contains(name) || settings.contains(name))
          .filter(name -> !SETTINGS.contains(name) && !BUILDING.contains(name))
          .forEach(name -> forgotten.add(text.file() + ": " + name + "() in " + translated));
      names(advice)
          .filter(SETTINGS::contains)
          .forEach(name -> assertThat(CommandWords.settings(advice)).as(advice).isPresent());
    }

    assertThat(forgotten).isEmpty();
    assertThat(seen).contains("upgrade", "downgrade", "stamp", "settle", "history", "conflicts");
  }

  private static List<SourceTexts.Text> texts() throws IOException {
    List<SourceTexts.Text> texts = new ArrayList<>();
    for (String module : List.of("../core", "../generate", "../pictures")) {
      texts.addAll(SourceTexts.in(Path.of(module, "src/main/java")));
    }
    texts.removeIf(text -> text.value().contains("public void upgrade("));
    return texts;
  }

  private static Stream<String> names(String text) {
    return CALL.matcher(text).results().map(found -> found.group(1));
  }

  private static Set<String> methods(Class<?> type) {
    return Stream.of(type.getDeclaredMethods())
        .filter(method -> java.lang.reflect.Modifier.isPublic(method.getModifiers()))
        .map(Method::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
