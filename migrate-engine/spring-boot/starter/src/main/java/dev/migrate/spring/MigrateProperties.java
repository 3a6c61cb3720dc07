package dev.migrate.spring;

import dev.migrate.engine.MigratorBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties that begin with {@code migrate.}; {@code spring-configuration-metadata.json}
 * describes each for editors.
 */
@ConfigurationProperties("migrate")
record MigrateProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("upgrade") OnStart onStart,
    @DefaultValue List<String> revisionsBeside,
    @Nullable String historyTable,
    @Nullable Duration lockTimeout,
    @Nullable Duration statementLockTimeout,
    @Nullable Duration statementLockLimit,
    @DefaultValue("true") boolean limitStatementLocks,
    @Nullable Duration lease,
    @DefaultValue("false") boolean withoutLease,
    @Nullable String dialect,
    @DefaultValue("false") boolean requireSingleHead,
    @DefaultValue("false") boolean undoesUnknownSql,
    @DefaultValue Connecting datasource) {

  /** How to connect with other rights than the application has. */
  record Connecting(
      @Nullable String url,
      @Nullable String username,
      @Nullable String password,
      @Nullable String driverClassName) {

    boolean isEmpty() {
      return url == null && username == null && password == null && driverClassName == null;
    }

    /** Names the properties only: a URL or a password can be secret. */
    @Override
    public String toString() {
      return Optional.ofNullable(username).map(name -> "user " + name).orElse("no user");
    }
  }

  MigrateProperties {
    revisionsBeside = List.copyOf(revisionsBeside);
  }

  /** Makes the settings that the properties have. */
  void applyTo(MigratorBuilder builder) {
    if (historyTable != null) {
      builder.historyTable(historyTable);
    }
    if (lockTimeout != null) {
      builder.lockTimeout(lockTimeout);
    }
    if (statementLockTimeout != null) {
      builder.statementLockTimeout(statementLockTimeout);
    }
    if (statementLockLimit != null) {
      builder.statementLockLimit(statementLockLimit);
    }
    if (!limitStatementLocks) {
      builder.withoutStatementLockTimeout();
    }
    if (lease != null) {
      builder.lease(lease);
    }
    if (withoutLease) {
      builder.withoutLease();
    }
    if (dialect != null) {
      builder.dialect(NamedDialect.of(dialect));
    }
    if (requireSingleHead) {
      builder.requireSingleHead();
    }
    if (undoesUnknownSql) {
      builder.undoesUnknownSql();
    }
  }
}
