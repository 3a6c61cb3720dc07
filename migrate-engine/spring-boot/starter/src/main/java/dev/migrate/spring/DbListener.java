package dev.migrate.spring;

import java.io.PrintStream;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.util.ClassUtils;

/**
 * Turns {@code java -jar app.jar db upgrade} into a run of this command in the context of the
 * application. Standard output belongs to the command: what the application prints and logs goes to
 * standard error.
 */
final class DbListener implements ApplicationListener<SpringApplicationEvent>, Ordered {

  static final String COMMANDS = "dev.migrate.commands.DbCommand";

  private static final Map<String, Object> SETTINGS =
      Map.of(
          "spring.main.web-application-type", "none",
          "spring.main.banner-mode", "off",
          "spring.main.log-startup-info", "false",
          "spring.main.register-shutdown-hook", "false");

  private static final Map<String, Object> DEFAULTS = Map.of("logging.level.root", "warn");

  /** After the restart of the developer tools, and before properties and logging are read. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 5;
  }

  @Override
  public void onApplicationEvent(SpringApplicationEvent event) {
    if (ClassUtils.isPresent(COMMANDS, DbListener.class.getClassLoader())) {
      DbArguments.of(event.getArgs())
          .ifPresent(
              arguments -> {
                if (event instanceof ApplicationStartingEvent) {
                  starting(event.getSpringApplication());
                } else if (event instanceof ApplicationEnvironmentPreparedEvent prepared) {
                  prepared(prepared, arguments);
                }
              });
    }
  }

  private static void starting(SpringApplication application) {
    application.setAddCommandLineProperties(false);
    application.setWebApplicationType(WebApplicationType.NONE);
  }

  private static void prepared(ApplicationEnvironmentPreparedEvent event, DbArguments arguments) {
    MutablePropertySources sources = event.getEnvironment().getPropertySources();
    sources.addFirst(
        new SimpleCommandLinePropertySource(arguments.properties().toArray(String[]::new)));
    sources.addFirst(new MapPropertySource("migrateCommand", SETTINGS));
    sources.addLast(new MapPropertySource("migrateCommandDefaults", DEFAULTS));
    PrintStream out = System.out;
    System.setOut(System.err);
    event
        .getSpringApplication()
        .setApplicationContextFactory(type -> new DbContext(arguments.command(), out));
  }
}
