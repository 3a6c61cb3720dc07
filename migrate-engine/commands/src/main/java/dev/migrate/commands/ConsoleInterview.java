package dev.migrate.commands;

import dev.migrate.commands.terminal.Styles;
import dev.migrate.commands.terminal.Terminal;
import dev.migrate.error.DefinitionException;
import dev.migrate.generate.Answer;
import dev.migrate.generate.Answers;
import dev.migrate.generate.Interview;
import dev.migrate.generate.Question;
import java.util.List;
import java.util.Optional;

/**
 * Asks the questions that a model leaves open on a terminal. Without one, no question is answered.
 */
final class ConsoleInterview implements Interview {

  private final Terminal terminal;
  private final Prompt prompt;

  ConsoleInterview(Terminal terminal) {
    this.terminal = terminal;
    this.prompt = new Prompt(terminal);
  }

  /**
   * Asks each question.
   *
   * @throws UnansweredException if the terminal is closed, or only wrong answers are given
   */
  @Override
  public Answers ask(List<Question> questions) {
    Answers answers = Answers.none();
    if (!terminal.isInteractive()) {
      return answers;
    }
    for (int i = 0; i < questions.size(); i++) {
      List<Question> open = questions.subList(i, questions.size());
      String place = questions.size() == 1 ? "" : " " + (i + 1) + " of " + questions.size();
      answers = answers.and(answer(questions.get(i), place, open));
    }
    return answers;
  }

  private Answers answer(Question question, String place, List<Question> open) {
    Styles styles = terminal.styles();
    terminal.out().println(styles.bold("Question" + place + ": " + question.text()));
    List<Answer> answers = question.answers();
    for (int i = 0; i < answers.size(); i++) {
      String flag = styles.dim(" (" + answers.get(i) + ")");
      terminal.out().println("  " + (i + 1) + "  " + meaning(answers.get(i)) + flag);
    }
    int chosen =
        prompt
            .number("Answer", answers.size())
            .orElseThrow(() -> new UnansweredException(Unanswered.facts(open, prompt.reason())));
    return value(answers.get(chosen - 1), open);
  }

  private Answers value(Answer answer, List<Question> open) {
    if (!Unanswered.needsValue(answer)) {
      return Answers.of(answer);
    }
    String element = answer.text().substring(0, answer.text().length() - 2);
    String what = answer.kind() == Answer.Kind.RENAME ? "New name of " : "Value for ";
    Optional<Answers> answers =
        prompt.parsed(what + element, text -> filled(answer, element + "=" + text));
    return answers.orElseThrow(
        () -> new UnansweredException(Unanswered.facts(open, prompt.reason())));
  }

  /** What the line means, or why it is refused. */
  private static Prompt.Parsed<Answers> filled(Answer answer, String argument) {
    try {
      return Prompt.Parsed.as(Answers.parse(List.of(answer.kind().flag(), argument)));
    } catch (DefinitionException malformed) {
      return Prompt.Parsed.refused(malformed.getMessage());
    }
  }

  private static String meaning(Answer answer) {
    String element = answer.text();
    int equals = element.indexOf('=');
    String name = equals < 0 ? element : element.substring(0, equals);
    return switch (answer.kind()) {
      case RENAME -> "rename " + name + " to " + element.substring(equals + 1);
      case DROP -> "drop " + name + " and any data in it";
      case KEEP -> "keep " + name;
      case FILL -> "fill " + name + " with a value";
      case FILL_SQL -> "fill " + name + " with the value of an SQL expression";
      case NO_NULLS -> "require that no row has NULL in " + name;
      case ALLOW_LOSS -> "change " + name + ", and let values be lost";
    };
  }
}
