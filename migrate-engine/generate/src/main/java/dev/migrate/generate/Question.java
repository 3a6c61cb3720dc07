package dev.migrate.generate;

import dev.migrate.generate.Answer.Kind;
import java.util.List;
import java.util.Objects;

/**
 * What a model does not tell. Immutable.
 *
 * @param element the element in question, as answers name it
 * @param text the question, in a sentence
 * @param answers the possible answers; those that need a value have {@code …} in its place
 * @param isAnsweredInModel whether the model can answer it: with {@code was(…)}, a rename
 */
public record Question(
    String element, String text, List<Answer> answers, boolean isAnsweredInModel) {

  /** Copies. */
  public Question {
    Objects.requireNonNull(element, "element");
    Objects.requireNonNull(text, "text");
    answers = List.copyOf(answers);
  }

  /** A question that only answers decide. */
  Question(String element, String text, List<Answer> answers) {
    this(element, text, answers, false);
  }

  /** Whether one of the answers is of a kind. */
  public boolean allows(Kind kind) {
    return answers.stream().anyMatch(answer -> answer.kind() == kind);
  }

  /** Whether something is one of the answers, also with a value. */
  boolean accepts(Answer answer) {
    return allows(answer.kind()) && answer.about(element).isPresent();
  }

  @Override
  public String toString() {
    StringBuilder lines = new StringBuilder(text);
    answers.forEach(answer -> lines.append("\n  ").append(answer));
    return lines.toString();
  }
}
