package dev.migrate.commands.skeleton;

import java.util.Objects;

/**
 * A dependency of the application.
 *
 * @param scope what it is for, in the words of Maven
 */
public record Artifact(String group, String name, String version, Scope scope) {

  /** What a dependency is for. */
  public enum Scope {
    /** Code is compiled against it. */
    COMPILE,
    /** It is there when the application runs. */
    RUNTIME,
    /** Tests use it. */
    TEST
  }

  /** The version of this library. */
  public static final String MIGRATE = "0.1.0-SNAPSHOT";

  static final Artifact COMMANDS = own("migrate-commands", Scope.COMPILE);
  static final Artifact DIALECTS = own("migrate-dialects", Scope.RUNTIME);
  static final Artifact HIBERNATE_MODEL = own("migrate-hibernate", Scope.COMPILE);
  static final Artifact TESTKIT = own("migrate-testkit", Scope.TEST);
  static final Artifact HIBERNATE =
      new Artifact("org.hibernate.orm", "hibernate-core", "7.4.15.Final", Scope.COMPILE);
  static final Artifact LOGGING = new Artifact("org.slf4j", "slf4j-nop", "2.0.20", Scope.RUNTIME);
  static final Artifact JUNIT =
      new Artifact("org.junit.jupiter", "junit-jupiter", "5.14.4", Scope.TEST);

  /** Checks. */
  public Artifact {
    Objects.requireNonNull(scope, "scope");
  }

  private static Artifact own(String name, Scope scope) {
    return new Artifact("dev.migrate", name, MIGRATE, scope);
  }

  Artifact forTests() {
    return new Artifact(group, name, version, Scope.TEST);
  }
}
