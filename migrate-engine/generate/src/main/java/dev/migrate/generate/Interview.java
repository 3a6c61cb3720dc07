package dev.migrate.generate;

import java.util.List;

/** Answers questions while a revision is generated, such as a dialogue on a terminal. */
@FunctionalInterface
public interface Interview {

  /**
   * Answers questions. Answers can lead to further questions; then this is called again.
   *
   * @param questions the open questions, one or more
   * @return the answers; generating fails if none of the questions is answered
   */
  Answers ask(List<Question> questions);
}
