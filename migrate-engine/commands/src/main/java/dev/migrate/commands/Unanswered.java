package dev.migrate.commands;

import dev.migrate.error.Facts;
import dev.migrate.generate.Answer;
import dev.migrate.generate.Question;
import java.util.List;

/** What to print where questions of a model have no answer. */
final class Unanswered {

  private Unanswered() {}

  /** The questions, each with the flags that answer it. */
  static String text(List<Question> questions) {
    return facts(questions, "").toString();
  }

  /**
   * The questions, each with the flags that answer it.
   *
   * @param why why nobody answered; blank if nobody was asked
   */
  static Facts facts(List<Question> questions, String why) {
    int count = questions.size();
    Facts facts =
        Facts.of(
            "the model leaves " + (count == 1 ? "a question" : count + " questions") + " open");
    if (!why.isBlank()) {
      facts = facts.with("because", why);
    }
    for (Question question : questions) {
      facts = facts.with("question", question.toString());
    }
    return facts
        .with("left", "nothing was written")
        .next("give one of the flags for each question" + values(questions));
  }

  private static String values(List<Question> questions) {
    return questions.stream()
            .flatMap(question -> question.answers().stream())
            .anyMatch(Unanswered::needsValue)
        ? ", with your value for the …"
        : "";
  }

  /** Whether a value has to be put in place of the dots. */
  static boolean needsValue(Answer answer) {
    return answer.kind().hasValue() && answer.text().endsWith("=…");
  }
}
