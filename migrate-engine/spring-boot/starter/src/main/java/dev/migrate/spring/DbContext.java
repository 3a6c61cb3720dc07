package dev.migrate.spring;

import java.io.PrintStream;
import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * A context in which one command runs. It has all definitions of the application's beans and
 * creates only those that the command needs: no entity manager factory, which could refuse a
 * database that is not migrated yet, no job, no web server. Then the JVM ends with the exit code of
 * the command.
 */
final class DbContext extends AnnotationConfigApplicationContext {

  private final List<String> command;
  private final PrintStream out;

  DbContext(List<String> command, PrintStream out) {
    this.command = List.copyOf(command);
    this.out = out;
  }

  /** Called after the definitions are complete, and before the beans are created. */
  @Override
  protected void onRefresh() {
    int code = DbRun.run(getBeanFactory(), command, out);
    out.flush();
    System.err.flush();
    close();
    System.exit(code);
  }
}
