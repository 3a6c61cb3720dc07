package dev.migrate.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;

/** The classes of all modules without their tests, read once. */
final class MainClasses {

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("dev.migrate");

  private MainClasses() {}

  static JavaClasses all() {
    return ALL;
  }

  /** Whether an annotation of a library is on the class or on one of its members. */
  static boolean isAnnotatedFrom(JavaClass type, String library) {
    return hasAnnotationFrom(type, library)
        || type.getMembers().stream().anyMatch(member -> hasAnnotationFrom(member, library));
  }

  /** Whether an annotation of a library is on a class or a member. */
  static boolean hasAnnotationFrom(HasAnnotations<?> element, String library) {
    return element.getAnnotations().stream()
        .anyMatch(annotation -> annotation.getRawType().getPackageName().startsWith(library));
  }
}
