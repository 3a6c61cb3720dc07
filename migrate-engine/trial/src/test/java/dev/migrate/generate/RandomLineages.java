package dev.migrate.generate;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Lineages made at random: roots, branches and joins with dependencies, labels and messages. */
final class RandomLineages {

  private static final List<String> MESSAGES =
      List.of(
          "add email", "a \"quoted\" */ message \\u0041", "first\nsecond", "x ".repeat(80) + "y");

  private RandomLineages() {}

  /** A lineage after some of those before. */
  static Lineage next(List<Lineage> before, Random random) {
    String number = before.size() + 1 + "";
    RevisionId id =
        RevisionId.of(random.nextBoolean() ? number : number + "_\"é\\u_" + "x".repeat(20));
    List<RevisionId> others = new ArrayList<>(before.stream().map(Lineage::id).toList());
    Collections.shuffle(others, random);
    Lineage lineage =
        others.isEmpty() || random.nextInt(10) == 0
            ? Lineage.of(id).root()
            : Lineage.of(id)
                .after(
                    others.get(0),
                    others
                        .subList(1, Math.min(others.size(), 1 + random.nextInt(4)))
                        .toArray(new RevisionId[0]));
    if (others.size() > 5 && random.nextInt(3) == 0) {
      lineage = lineage.dependsOn(others.get(5));
    }
    if (random.nextInt(3) == 0) {
      lineage = lineage.label("label" + number, "other" + number);
    }
    return random.nextBoolean()
        ? lineage.message(MESSAGES.get(random.nextInt(MESSAGES.size())))
        : lineage;
  }
}
