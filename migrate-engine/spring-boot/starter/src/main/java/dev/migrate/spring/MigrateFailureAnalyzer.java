package dev.migrate.spring;

import dev.migrate.error.MigrateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Prints the message of a {@link MigrateException} alone, without a stack trace. Comes before the
 * analyzers of Spring Boot, some of which explain an exception of the driver that is the cause.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MigrateFailureAnalyzer extends AbstractFailureAnalyzer<MigrateException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, MigrateException cause) {
    @Nullable String action = cause.next().orElse(null);
    return new FailureAnalysis(cause.messageWithoutNext(), action, cause);
  }
}
