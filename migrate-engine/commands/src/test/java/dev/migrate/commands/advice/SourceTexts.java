package dev.migrate.commands.advice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The texts in Java sources: each string, put together where it is in parts. A part that is not a
 * literal is the word {@code value}; of a choice, there is a text with each side.
 */
final class SourceTexts extends TreeScanner<Void, Void> {

  /** A text and the file that has it. */
  record Text(String file, String value) {}

  private final List<Text> texts = new ArrayList<>();
  private String file = "";

  private SourceTexts() {}

  /** The texts of all sources below a folder. */
  static List<Text> in(Path folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    SourceTexts scanner = new SourceTexts();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8);
        Stream<Path> sources = Files.walk(folder)) {
      List<Path> java = sources.filter(path -> path.toString().endsWith(".java")).sorted().toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(java));
      for (CompilationUnitTree unit : task.parse()) {
        scanner.file = Path.of(unit.getSourceFile().toUri()).getFileName().toString();
        unit.accept(scanner, null);
      }
    }
    return scanner.texts;
  }

  @Override
  public Void visitLiteral(LiteralTree literal, Void nothing) {
    add(literal);
    return null;
  }

  @Override
  public Void visitBinary(BinaryTree sum, Void nothing) {
    if (sum.getKind() != Tree.Kind.PLUS) {
      return super.visitBinary(sum, nothing);
    }
    add(sum);
    parts(sum);
    return null;
  }

  /** Looks for texts in the parts of a sum, which are texts of their own in a call or a choice. */
  private void parts(ExpressionTree part) {
    if (part instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
      parts(sum.getLeftOperand());
      parts(sum.getRightOperand());
    } else if (!(part instanceof LiteralTree)) {
      scan(part, null);
    }
  }

  private void add(ExpressionTree expression) {
    for (boolean first : List.of(true, false)) {
      String text = text(expression, first);
      if (!text.equals("value")) {
        texts.add(new Text(file, text));
      }
    }
  }

  private static String text(ExpressionTree expression, boolean first) {
    if (expression instanceof LiteralTree literal && literal.getValue() instanceof String text) {
      return text;
    }
    if (expression instanceof ParenthesizedTree inner) {
      return text(inner.getExpression(), first);
    }
    if (expression instanceof ConditionalExpressionTree choice) {
      return text(first ? choice.getTrueExpression() : choice.getFalseExpression(), first);
    }
    if (expression instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
      return text(sum.getLeftOperand(), first) + text(sum.getRightOperand(), first);
    }
    return "value";
  }
}
