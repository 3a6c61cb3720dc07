package dev.migrate.generate;

import dev.migrate.Lineage;
import dev.migrate.Reconciliation.Variant;
import dev.migrate.Recording;
import dev.migrate.Recording.Downgrade;
import dev.migrate.RevisionId;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.error.Arguments;
import dev.migrate.error.Facts;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Makes the Java file of a revision that does not come from a model: one that is written by hand,
 * or one that joins branches. Needs no database. Immutable and thread-safe.
 *
 * <pre>{@code
 * NewRevision.of(graph).draft("move the avatars").writeTo(Path.of("src/main/java"));
 * }</pre>
 */
public final class NewRevision {

  private final RevisionGraph graph;
  private final List<RevisionId> parents;
  private final List<RevisionId> dependencies;
  private final List<String> labels;
  private final Optional<String> packageName;
  private final Clock clock;

  private NewRevision(
      RevisionGraph graph,
      List<RevisionId> parents,
      List<RevisionId> dependencies,
      List<String> labels,
      Optional<String> packageName,
      Clock clock) {
    this.graph = graph;
    this.parents = List.copyOf(parents);
    this.dependencies = List.copyOf(dependencies);
    this.labels = List.copyOf(labels);
    this.packageName = packageName;
    this.clock = clock;
  }

  /** A revision after all heads of a graph; a root if it has none. */
  public static NewRevision of(RevisionGraph revisions) {
    Arguments.requireGiven(revisions, "the graph of revisions");
    return new NewRevision(
        revisions,
        List.copyOf(revisions.heads()),
        List.of(),
        List.of(),
        Optional.empty(),
        Clock.systemUTC());
  }

  /** The package in which the newest head's class is; empty if no head has a class of its own. */
  public static Optional<String> packageOf(RevisionGraph revisions) {
    return new RevisionPlace(revisions, Optional.empty()).packageName();
  }

  /** Sets the parents; none for a root. By default, all heads. */
  public NewRevision after(List<RevisionId> others) {
    return new NewRevision(graph, others, dependencies, labels, packageName, clock);
  }

  /** Sets the revisions that have to run before it, besides its parents; none by default. */
  public NewRevision dependsOn(List<RevisionId> others) {
    return new NewRevision(graph, parents, others, labels, packageName, clock);
  }

  /** Sets its labels; none by default. */
  public NewRevision labels(List<String> others) {
    return new NewRevision(graph, parents, dependencies, others, packageName, clock);
  }

  /** Sets the package of the class; by default, that of the newest head's class. */
  public NewRevision packageName(String name) {
    Arguments.requireGiven(name, "the name of the package");
    return new NewRevision(graph, parents, dependencies, labels, Optional.of(name), clock);
  }

  /** Sets the clock for the time in the id; the system's clock by default. */
  public NewRevision clock(Clock other) {
    Arguments.requireGiven(other, "the clock");
    return new NewRevision(graph, parents, dependencies, labels, packageName, other);
  }

  /**
   * A revision whose operations are written by hand.
   *
   * @param message what it is for; the names of class and file come from it
   * @throws GeneratorException if its package is not known
   */
  public RevisionSource draft(String message) {
    return source(message, "change").draft();
  }

  /**
   * A revision without operations that joins its parents.
   *
   * @param message what it is for; the names of class and file come from it
   * @param reconciliation what the joined revisions do after each other, where they conflict
   * @throws GeneratorException if its package is not known
   */
  public RevisionSource join(String message, List<Variant> reconciliation) {
    return source(message, RevisionName.sentence(List.of())).reconciling(reconciliation);
  }

  private RevisionSource source(String message, String other) {
    RevisionPlace place = new RevisionPlace(graph, packageName);
    String text = message.isBlank() ? other : message.strip();
    RevisionName name = RevisionName.of(text, other);
    String home = place.packageName().orElseThrow(() -> placeless(text));
    Recording nothing = new Recording(List.of(), Downgrade.DERIVED);
    Lineage lineage = lineage(name.id(clock, graph.order()::contains)).message(text);
    return RevisionSource.of(name.className(place::isTaken), lineage, nothing)
        .packageName(home)
        .classes(place.classes(graph.order()));
  }

  private Lineage lineage(RevisionId id) {
    Lineage lineage =
        parents.isEmpty()
            ? Lineage.of(id).root()
            : Lineage.of(id).after(parents.get(0), rest(parents).toArray(new RevisionId[0]));
    if (!dependencies.isEmpty()) {
      lineage =
          lineage.dependsOn(dependencies.get(0), rest(dependencies).toArray(new RevisionId[0]));
    }
    return labels.isEmpty()
        ? lineage
        : lineage.label(labels.get(0), rest(labels).toArray(new String[0]));
  }

  private static <T> List<T> rest(List<T> all) {
    return all.subList(1, all.size());
  }

  private static GeneratorException placeless(String message) {
    return new GeneratorException(
        Facts.of("it is not known in which package the revision \"" + message + "\" belongs")
            .with("because", "no head has a class that it could be put beside")
            .with("left", "nothing was written")
            .next("name the package with packageName(…)"));
  }
}
