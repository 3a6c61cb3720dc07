package dev.migrate.testkit.dialect.branch;

import dev.migrate.Reconciliation;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles the code that conflicts propose, as an author would paste it. */
public final class CompiledAdvice {

  private CompiledAdvice() {}

  /** What each piece of code does in {@code reconcile}. */
  public static List<Consumer<Reconciliation>> of(List<String> bodies) {
    StringBuilder source =
        new StringBuilder("import dev.migrate.*;\nimport static dev.migrate.Ddl.*;\n")
            .append("public class Advice {\n");
    for (int i = 0; i < bodies.size(); i++) {
      source
          .append("public static void body" + i + "(Reconciliation when) {\n")
          .append(bodies.get(i))
          .append("\n}\n");
    }
    Class<?> compiled = compile(source.append("}\n").toString());
    List<Consumer<Reconciliation>> advice = new ArrayList<>();
    for (int i = 0; i < bodies.size(); i++) {
      String name = "body" + i;
      advice.add(when -> call(compiled, name, when));
    }
    return advice;
  }

  private static void call(Class<?> compiled, String name, Reconciliation when) {
    try {
      Method method = compiled.getMethod(name, Reconciliation.class);
      method.invoke(null, when);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(impossible.getMessage(), impossible);
    }
  }

  private static Class<?> compile(String source) {
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///Advice.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter problems = new StringWriter();
    try {
      Path folder = Files.createTempDirectory("advice");
      String api =
          Path.of(Reconciliation.class.getProtectionDomain().getCodeSource().getLocation().toURI())
              .toString();
      List<String> options = List.of("-proc:none", "-d", folder.toString(), "-cp", api);
      if (!compiler.getTask(problems, null, null, options, null, List.of(file)).call()) {
        throw new AssertionError("the code does not compile: " + problems + "\n" + source);
      }
      URLClassLoader loader =
          new URLClassLoader(
              new URL[] {folder.toUri().toURL()},
              MethodHandles.lookup().lookupClass().getClassLoader());
      return loader.loadClass("Advice");
    } catch (IOException | java.net.URISyntaxException | ClassNotFoundException failure) {
      throw new AssertionError(failure);
    }
  }
}
