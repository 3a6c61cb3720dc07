package dev.migrate.generate;

import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import java.util.List;

/** Questions that a model leaves open have no answer. Nothing was written. */
public final class QuestionException extends MigrateException {

  private static final long serialVersionUID = 1L;

  private final transient List<Question> questions;

  /**
   * Creates the exception.
   *
   * @param questions the questions, one or more
   */
  public QuestionException(List<Question> questions) {
    super(facts(questions));
    this.questions = List.copyOf(questions);
  }

  /** The questions, never empty. */
  public List<Question> questions() {
    return questions;
  }

  private static Facts facts(List<Question> questions) {
    int count = questions.size();
    Facts facts =
        Facts.of(
            "the model leaves " + (count == 1 ? "a question" : count + " questions") + " open");
    for (Question question : questions) {
      facts = facts.with("question", question.toString());
    }
    boolean renames = questions.stream().anyMatch(Question::isAnsweredInModel);
    return facts
        .with("left", "nothing was written")
        .next(
            "answer each with one of its flags, in code as answers(Answers.parse(List.of(…)));\n"
                + (renames ? "or a rename with was(…) in the model; " : "")
                + "and generate again");
  }
}
