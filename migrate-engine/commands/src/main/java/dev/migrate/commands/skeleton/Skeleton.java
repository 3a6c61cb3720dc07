package dev.migrate.commands.skeleton;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What an application needs to migrate its database: the commands, a model, the list of revisions,
 * and their tests. Immutable.
 *
 * @param packageName the package of the application
 * @param hibernate whether the model comes from entity classes
 */
public record Skeleton(String packageName, Database database, boolean hibernate) {

  private static final Path MAIN = Path.of("src", "main", "java");
  private static final Path TEST = Path.of("src", "test", "java");

  /** Checks. */
  public Skeleton {
    Objects.requireNonNull(packageName, "packageName");
    Objects.requireNonNull(database, "database");
  }

  /** The class with the commands, by its full name. */
  public String mainClass() {
    return packageName + ".Db";
  }

  /** The Java files. */
  public List<SkeletonFile> files() {
    List<SkeletonFile> files = new ArrayList<>();
    files.add(file(MAIN, "", "Db", SkeletonCode.DB));
    if (hibernate) {
      files.add(file(MAIN, "", "Account", SkeletonCode.ENTITY));
      files.add(file(MAIN, "", "AppModel", SkeletonCode.HIBERNATE_MODEL));
    } else {
      files.add(file(MAIN, "", "AppModel", SkeletonCode.MODEL));
    }
    files.add(file(MAIN, "revision", "AppRevisions", SkeletonCode.REVISIONS));
    files.add(file(TEST, "revision", "AppRevisionsTest", SkeletonCode.TEST));
    return List.copyOf(files);
  }

  private SkeletonFile file(Path root, String subpackage, String className, String text) {
    Path folder = root.resolve(packageName.replace('.', '/')).resolve(subpackage);
    return new SkeletonFile(
        folder.resolve(className + ".java"),
        text.replace("{package}", packageName)
            .replace("{DIALECT}", database.name())
            .replace("{url}", database.url()));
  }

  /** What the files are compiled against and run with. */
  public List<Artifact> dependencies() {
    List<Artifact> dependencies = new ArrayList<>(List.of(Artifact.COMMANDS, Artifact.DIALECTS));
    if (hibernate) {
      dependencies.addAll(List.of(Artifact.HIBERNATE_MODEL, Artifact.HIBERNATE));
    }
    dependencies.addAll(List.of(database.driver(), Artifact.LOGGING, Artifact.TESTKIT));
    dependencies.add(Artifact.JUNIT);
    if (database != Database.H2) {
      dependencies.add(Database.H2.driver().forTests());
    }
    return List.copyOf(dependencies);
  }
}
