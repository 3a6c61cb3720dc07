package dev.migrate.docs;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.migrate.error.MigrateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Dependencies point one way, and what is promised of every class holds for every class. */
@AnalyzeClasses(packages = "dev.migrate", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String FACE = "dev.migrate";
  private static final String ERROR = "dev.migrate.error";
  private static final String SQL = "dev.migrate.sql";
  private static final String SCHEMA = "dev.migrate.schema";
  private static final String OPERATION = "dev.migrate.operation";
  private static final String MODEL = "dev.migrate.model";
  private static final String SPI = "dev.migrate.dialect";

  /** Starts JVMs with the jars of the libraries. */
  private static final String BENCHMARK = "dev.migrate.benchmark";

  private static final String ANY_ENGINE = "dev.migrate.engine..";
  private static final String REPORT = "dev.migrate.report";

  /** The engine from its face down; a package depends only on packages in the lines below it. */
  private static final List<List<String>> ENGINE =
      List.of(
          List.of("dev.migrate.engine"),
          List.of("dev.migrate.engine.call"),
          List.of("dev.migrate.engine.resume"),
          List.of("dev.migrate.engine.check", "dev.migrate.engine.lease"),
          List.of("dev.migrate.engine.live", "dev.migrate.engine.execute"),
          List.of("dev.migrate.engine.context"),
          List.of("dev.migrate.engine.branch", "dev.migrate.engine.render"),
          List.of("dev.migrate.engine.plan", "dev.migrate.engine.history"),
          List.of(
              "dev.migrate.engine.graph",
              "dev.migrate.engine.json",
              "dev.migrate.engine.connect",
              "dev.migrate.engine.names",
              "dev.migrate.source"),
          List.of(REPORT),
          List.of(FACE, MODEL, SPI, OPERATION, SCHEMA, ERROR));

  private static final String[] LIBRARIES = {
    "javax.sql..", "org.jdbi..", "org.slf4j..", "tools.jackson.."
  };
  private static final Set<String> ENGINE_FACE = Set.of("dev.migrate.engine", REPORT);

  @ArchTest
  static void everyModuleIsSeen(JavaClasses all) {
    assertThat(all.size()).isGreaterThan(200);
    assertThat(all.stream().map(JavaClass::getPackageName))
        .contains(FACE, ERROR, SQL, SCHEMA, OPERATION, SPI, REPORT)
        .contains("dev.migrate.engine", "dev.migrate.dialect.ansi", "dev.migrate.dialect.h2")
        .contains("dev.migrate.quickstart", "dev.migrate.quickstart.revision");
  }

  @ArchTest static final ArchRule errorsStandAlone = standsOn(ERROR);

  @ArchTest static final ArchRule textsStandAlone = standsOn(SQL);

  @ArchTest static final ArchRule theSchemaStandsOnTexts = standsOn(SCHEMA, SQL, ERROR);

  @ArchTest static final ArchRule operationsStandOnTheSchema = standsOn(OPERATION, SCHEMA, ERROR);

  @ArchTest
  static final ArchRule theFaceStandsOnOperations = standsOn(FACE, OPERATION, SCHEMA, ERROR);

  @ArchTest
  static final ArchRule modelsStandOnTheSpi = standsOn(MODEL, SPI, OPERATION, SCHEMA, ERROR);

  @ArchTest
  static final ArchRule theSpiStandsOnOperations = standsOn(SPI, OPERATION, SCHEMA, ERROR);

  @ArchTest
  static void theEngineIsALine(JavaClasses all) {
    assertThat(ENGINE.stream().flatMap(List::stream))
        .containsAll(
            all.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("dev.migrate.engine"))
                .toList());
    for (int line = 0; line < ENGINE.size() - 1; line++) {
      List<String> below = new ArrayList<>(List.of(LIBRARIES));
      ENGINE.subList(line + 1, ENGINE.size()).forEach(below::addAll);
      for (String name : ENGINE.get(line)) {
        standsOn(name, below.toArray(String[]::new)).check(all);
      }
    }
  }

  /** The package, and with it the module migrate-api, needs nothing but the JDK and these. */
  private static ArchRule standsOn(String owner, String... others) {
    return classes()
        .that()
        .resideInAPackage(owner)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(owner, "java..", "org.jspecify..").or(resideInAnyPackage(others)));
  }

  @ArchTest
  static final ArchRule noPackageIsInACycle =
      slices().assignedFrom(new EachPackage()).should().beFreeOfCycles();

  @ArchTest
  static final ArchRule noDialectKnowsTheEngine =
      noClasses()
          .that()
          .resideInAPackage("dev.migrate.dialect..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ANY_ENGINE, REPORT);

  @ArchTest
  static final ArchRule theEngineKnowsNoDialect =
      noClasses()
          .that()
          .resideInAnyPackage(ANY_ENGINE, REPORT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.migrate.dialect.*..");

  @ArchTest
  static final ArchRule jacksonStaysInTwoPackages =
      staysIn("tools.jackson..", "dev.migrate.engine.json", "dev.migrate.commands.json", BENCHMARK);

  /** The testkit tries {@code Migrator.on(Jdbi)}. */
  @ArchTest
  static final ArchRule jdbiStaysInTheEngine =
      staysIn("org.jdbi..", ANY_ENGINE, "dev.migrate.testkit..", BENCHMARK);

  private static ArchRule staysIn(String library, String... owners) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(owners)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }

  @ArchTest
  static void jdbiShowsInOneSignature(JavaClasses all) {
    assertThat(
            all.stream()
                .filter(type -> ENGINE_FACE.contains(type.getPackageName()))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(ArchitectureTest::showsJdbi))
        .extracting(JavaMethod::getName)
        .containsExactly("on");
  }

  private static boolean showsJdbi(JavaMethod method) {
    return Stream.concat(
            method.getRawParameterTypes().stream(), Stream.of(method.getRawReturnType()))
        .anyMatch(type -> type.getPackageName().startsWith("org.jdbi"));
  }

  /** Commands print to what they are given; one class of theirs has the streams of the process. */
  @ArchTest
  static final ArchRule onlyProgramsPrint =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.migrate.quickstart..",
              "dev.migrate.benchmark..",
              "dev.migrate.spring",
              "dev.migrate.testkit.dialect.process")
          .and()
          .doNotHaveFullyQualifiedName("dev.migrate.commands.terminal.Terminal")
          .should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule everyPublicExceptionIsAMigrateException =
      classes()
          .that()
          .areAssignableTo(Exception.class)
          .and()
          .arePublic()
          .should()
          .beAssignableTo(MigrateException.class);

  @ArchTest
  static void everyPackageIsNullMarked(JavaClasses all) {
    assertThat(all.stream().map(JavaClass::getPackage).distinct())
        .filteredOn(known -> !known.isAnnotatedWith(NullMarked.class))
        .extracting(JavaPackage::getName)
        .isEmpty();
  }

  private static final class EachPackage implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(type.getPackageName());
    }

    @Override
    public String getDescription() {
      return "each package";
    }
  }
}
