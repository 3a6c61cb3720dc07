package dev.migrate.source;

import java.util.Arrays;
import java.util.Set;

/** Which names Java source can have. */
public final class JavaNames {

  private static final Set<String> KEYWORDS =
      Set.of(
          "_",
          "abstract",
          "assert",
          "boolean",
          "break",
          "byte",
          "case",
          "catch",
          "char",
          "class",
          "const",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extends",
          "false",
          "final",
          "finally",
          "float",
          "for",
          "goto",
          "if",
          "implements",
          "import",
          "instanceof",
          "int",
          "interface",
          "long",
          "native",
          "new",
          "null",
          "package",
          "private",
          "protected",
          "public",
          "return",
          "short",
          "static",
          "strictfp",
          "super",
          "switch",
          "synchronized",
          "this",
          "throw",
          "throws",
          "transient",
          "true",
          "try",
          "void",
          "volatile",
          "while");

  private JavaNames() {}

  /** Whether a text is the name of a variable, method, class or part of a package. */
  public static boolean isName(String text) {
    return !text.isEmpty()
        && Character.isJavaIdentifierStart(text.codePointAt(0))
        && text.codePoints().allMatch(Character::isJavaIdentifierPart)
        && text.codePoints().noneMatch(Character::isIdentifierIgnorable)
        && !KEYWORDS.contains(text);
  }

  /** Whether a text is the name of a package: names with dots between them. */
  public static boolean isPackage(String text) {
    return Arrays.stream(text.split("\\.", -1)).allMatch(JavaNames::isName);
  }
}
