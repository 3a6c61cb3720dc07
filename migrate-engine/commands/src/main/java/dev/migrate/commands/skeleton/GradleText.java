package dev.migrate.commands.skeleton;

/** What Gradle reads: the Kotlin script; the dependencies are the same in Groovy. */
final class GradleText {

  private GradleText() {}

  static String snippet(Skeleton skeleton) {
    return dependencies(skeleton)
        + """

        // Runs the commands: gradle -q db --args="upgrade"
        tasks.register<JavaExec>("db") {
          mainClass.set("{main}")
          classpath = sourceSets["main"].runtimeClasspath
          standardInput = System.`in`
        }
        """
            .replace("{main}", skeleton.mainClass());
  }

  private static String dependencies(Skeleton skeleton) {
    StringBuilder text = new StringBuilder("dependencies {\n");
    for (Artifact artifact : skeleton.dependencies()) {
      String word =
          switch (artifact.scope()) {
            case COMPILE -> "implementation";
            case RUNTIME -> "runtimeOnly";
            case TEST -> "testImplementation";
          };
      text.append("  " + word + "(\"" + artifact.group() + ":" + artifact.name() + ":");
      text.append(artifact.version() + "\")\n");
    }
    text.append("  testRuntimeOnly(\"org.junit.platform:junit-platform-launcher\")\n");
    return text.append("}\n").toString();
  }

  static String project(Skeleton skeleton) {
    return """
    plugins {
      java
    }

    repositories {
      mavenLocal()
      mavenCentral()
    }

    java {
      toolchain {
        languageVersion.set(JavaLanguageVersion.of(17))
      }
    }

    tasks.test {
      useJUnitPlatform()
    }

    """
        + snippet(skeleton);
  }
}
