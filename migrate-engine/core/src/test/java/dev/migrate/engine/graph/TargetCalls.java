package dev.migrate.engine.graph;

import static dev.migrate.engine.graph.Graphs.idsIn;
import static dev.migrate.engine.graph.Graphs.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.report.TargetException;
import java.util.Arrays;
import java.util.List;

/** Asks in one line what targets mean: {@code up(DIAMOND, "b2b2", "+1")} is {@code "c1c1"}. */
final class TargetCalls {

  private TargetCalls() {}

  /** With these and their ancestors applied. */
  static Targets at(LineageGraph graph, String applied) {
    return Targets.of(graph, graph.ancestors(idsIn(applied)));
  }

  static String up(LineageGraph graph, String applied, String... targets) {
    return text(at(graph, applied).upgrade(parsed(targets)));
  }

  static String down(LineageGraph graph, String applied, String target) {
    return text(at(graph, applied).downgrade(Target.parse(target)));
  }

  static String stamp(LineageGraph graph, String applied, String... targets) {
    return text(at(graph, applied).stamp(parsed(targets)));
  }

  static String history(LineageGraph graph, String applied, String range) {
    return text(at(graph, applied).history(TargetRange.parse(range)));
  }

  static String single(LineageGraph graph, String applied, String target) {
    return at(graph, applied).single(Target.parse(target)).value();
  }

  static TargetException refused(Runnable call) {
    TargetException refused = catchThrowableOfType(TargetException.class, call::run);
    assertThat(refused).as("an exception").isNotNull();
    return refused;
  }

  private static List<Target> parsed(String... targets) {
    return Arrays.stream(targets).map(Target::parse).toList();
  }
}
