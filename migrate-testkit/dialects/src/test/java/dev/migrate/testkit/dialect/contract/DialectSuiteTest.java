package dev.migrate.testkit.dialect.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

class DialectSuiteTest {

  private static List<Class<?>> contracts() throws Exception {
    URI code = DialectSuite.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    String folder = DialectSuite.class.getPackageName().replace('.', '/');
    try (Stream<Path> files = Files.list(Path.of(code).resolve(folder))) {
      List<Class<?>> contracts = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith("Contract.class")) {
          contracts.add(
              Class.forName(
                  DialectSuite.class.getPackageName()
                      + "."
                      + name.substring(0, name.length() - ".class".length())));
        }
      }
      return contracts;
    }
  }

  private static boolean hasTests(Class<?> contract) {
    return Arrays.stream(contract.getDeclaredMethods())
        .anyMatch(method -> AnnotationSupport.isAnnotated(method, Testable.class));
  }

  /** A contract that is not in the suite would be tested on no database. */
  @Test
  void everyContractIsInTheSuite() throws Exception {
    Set<String> missing = new TreeSet<>();
    for (Class<?> contract : contracts()) {
      boolean isThere =
          Arrays.stream(DialectSuite.class.getDeclaredClasses())
              .filter(nested -> nested.isAnnotationPresent(Nested.class))
              .anyMatch(nested -> List.of(nested.getInterfaces()).contains(contract));
      if (hasTests(contract) && !isThere) {
        missing.add(contract.getSimpleName());
      }
    }
    assertThat(contracts().stream().filter(DialectSuiteTest::hasTests)).hasSizeGreaterThan(25);
    assertThat(missing).isEmpty();
  }

  /** Tests stand in contracts, which end in {@code Contract}, and nowhere else. */
  @Test
  void everyNestedClassIsAContract() {
    assertThat(
            Arrays.stream(DialectSuite.class.getDeclaredClasses())
                .filter(nested -> nested.isAnnotationPresent(Nested.class)))
        .allMatch(nested -> nested.getInterfaces()[0].getSimpleName().endsWith("Contract"));
  }
}
