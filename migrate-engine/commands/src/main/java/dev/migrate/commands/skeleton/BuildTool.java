package dev.migrate.commands.skeleton;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What builds an application. */
public enum BuildTool {
  /** Maven. */
  MAVEN {
    @Override
    List<String> names() {
      return List.of("pom.xml");
    }

    @Override
    public String snippet(Skeleton skeleton) {
      return MavenText.snippet(skeleton);
    }

    @Override
    public SkeletonFile buildFile(Skeleton skeleton) {
      return new SkeletonFile(Path.of("pom.xml"), MavenText.project(skeleton));
    }

    @Override
    public String call(String arguments) {
      String quoted = arguments.contains(" ") ? "\"" + arguments + "\"" : arguments;
      return "mvn -q compile exec:java -Dexec.args=" + quoted;
    }
  },
  /** Gradle. */
  GRADLE {
    @Override
    List<String> names() {
      return List.of("build.gradle.kts", "build.gradle");
    }

    @Override
    public String snippet(Skeleton skeleton) {
      return GradleText.snippet(skeleton);
    }

    @Override
    public SkeletonFile buildFile(Skeleton skeleton) {
      return new SkeletonFile(Path.of("build.gradle.kts"), GradleText.project(skeleton));
    }

    @Override
    public String call(String arguments) {
      return "gradle -q db --args=\"" + arguments + "\"";
    }
  };

  /** The names that its build file can have. */
  abstract List<String> names();

  /** The build file that a folder has for this tool. */
  public Optional<Path> file(Path folder) {
    return names().stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
  }

  /** The tools of which a folder has a build file. */
  public static List<BuildTool> in(Path folder) {
    return Arrays.stream(values()).filter(tool -> tool.file(folder).isPresent()).toList();
  }

  /** What a build file needs for the skeleton. */
  public abstract String snippet(Skeleton skeleton);

  /** A whole build file, for an application that has none. */
  public abstract SkeletonFile buildFile(Skeleton skeleton);

  /** How to run a command of the application. */
  public abstract String call(String arguments);
}
