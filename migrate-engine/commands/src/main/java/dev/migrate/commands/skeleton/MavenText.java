package dev.migrate.commands.skeleton;

import dev.migrate.commands.skeleton.Artifact.Scope;
import java.util.Locale;

/** What Maven reads. */
final class MavenText {

  /** The plugin that runs the commands. */
  static final String EXEC_VERSION = "3.6.4";

  static final String SUREFIRE_VERSION = "3.6.1";

  private MavenText() {}

  static String snippet(Skeleton skeleton) {
    return properties(skeleton) + dependencies(skeleton);
  }

  private static String properties(Skeleton skeleton) {
    return """
      <properties>
        <maven.compiler.release>17</maven.compiler.release>
        <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
        <exec.mainClass>{main}</exec.mainClass>
      </properties>
    """
        .replace("{main}", skeleton.mainClass());
  }

  private static String dependencies(Skeleton skeleton) {
    StringBuilder text = new StringBuilder("  <dependencies>\n");
    for (Artifact artifact : skeleton.dependencies()) {
      text.append("    <dependency>\n");
      element(text, "groupId", artifact.group());
      element(text, "artifactId", artifact.name());
      element(text, "version", artifact.version());
      if (artifact.scope() != Scope.COMPILE) {
        element(text, "scope", artifact.scope().name().toLowerCase(Locale.ROOT));
      }
      text.append("    </dependency>\n");
    }
    return text.append("  </dependencies>\n").toString();
  }

  private static void element(StringBuilder text, String name, String value) {
    text.append("      <" + name + ">" + value + "</" + name + ">\n");
  }

  static String project(Skeleton skeleton) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <project xmlns="http://maven.apache.org/POM/4.0.0">
      <modelVersion>4.0.0</modelVersion>

      <groupId>{group}</groupId>
      <artifactId>app</artifactId>
      <version>0.1.0-SNAPSHOT</version>

    {properties}
    {dependencies}
      <build>
        <plugins>
          <!-- Runs the commands: mvn -q compile exec:java -Dexec.args=upgrade -->
          <plugin>
            <groupId>org.codehaus.mojo</groupId>
            <artifactId>exec-maven-plugin</artifactId>
            <version>{exec}</version>
          </plugin>
          <!-- Runs tests of JUnit 5. -->
          <plugin>
            <groupId>org.apache.maven.plugins</groupId>
            <artifactId>maven-surefire-plugin</artifactId>
            <version>{surefire}</version>
          </plugin>
        </plugins>
      </build>
    </project>
    """
        .replace("{group}", skeleton.packageName())
        .replace("{properties}\n", properties(skeleton) + "\n")
        .replace("{dependencies}\n", dependencies(skeleton) + "\n")
        .replace("{exec}", EXEC_VERSION)
        .replace("{surefire}", SUREFIRE_VERSION);
  }
}
