package dev.migrate.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.operation.Operation;
import dev.migrate.source.JavaSource;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Operations as source, compiled: a class with one method for each. */
record CompiledSource(String text, Path folder) {

  static CompiledSource of(List<Operation> operations, Path folder) throws IOException {
    StringBuilder text =
        new StringBuilder(
            """
            import static dev.migrate.Ddl.*;

            import dev.migrate.Operations;
            import dev.migrate.schema.*;
            import java.math.BigDecimal;
            import java.time.*;
            import java.util.*;

            class Printed {
            """);
    for (int i = 0; i < operations.size(); i++) {
      text.append(i == 0 ? "" : "\n")
          .append("  static void m" + i + "(Operations op) {\n")
          .append(JavaSource.statement(operations.get(i), 4).orElseThrow())
          .append("\n  }\n");
    }
    text.append("}\n");
    Path file = Files.writeString(folder.resolve("Printed.java"), text);
    StringWriter problems = new StringWriter();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    boolean compiled =
        compiler
            .getTask(
                problems,
                null,
                null,
                List.of("-proc:none", "-d", folder.toString()),
                null,
                compiler.getStandardFileManager(null, null, null).getJavaFileObjects(file))
            .call();
    assertThat(compiled).as(problems.toString()).isTrue();
    return new CompiledSource(text.toString(), folder);
  }

  /** What the methods record, in order. */
  List<Operation> recorded(int count) throws IOException, ReflectiveOperationException {
    List<Operation> recorded = new ArrayList<>();
    URL[] place = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(place, CompiledSource.class.getClassLoader())) {
      Class<?> printed = loader.loadClass("Printed");
      for (int i = 0; i < count; i++) {
        Method method = printed.getDeclaredMethod("m" + i, Operations.class);
        method.setAccessible(true);
        recorded.addAll(recorded(method));
      }
    }
    return recorded;
  }

  private static List<Operation> recorded(Method method) {
    return Recording.of(
            Revision.of(
                Lineage.of("one").root(),
                op -> {
                  try {
                    method.invoke(null, op);
                  } catch (ReflectiveOperationException failure) {
                    throw new AssertionError(method.getName(), failure);
                  }
                }))
        .upgrade();
  }
}
