package dev.migrate.dialect.ansi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.ansi.SqlPart.Kind;
import dev.migrate.dialect.ansi.SqlScanner.Feature;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SqlScannerTest {

  private static final SqlScanner STANDARD = new SqlScanner();

  private static final SqlScanner MYSQL =
      new SqlScanner(
          Feature.BACKSLASH,
          Feature.DOUBLE_QUOTED_TEXT,
          Feature.BACKTICKS,
          Feature.HASH_COMMENTS,
          Feature.SPACED_HYPHENS,
          Feature.CONDITIONAL_COMMENTS);

  private static final SqlScanner POSTGRESQL =
      new SqlScanner(
          Feature.ESCAPE_TEXT,
          Feature.DOLLAR_TAGS,
          Feature.NESTED_COMMENTS,
          Feature.CARRIAGE_RETURNS);

  /** The parts that are not code, each with the first letters of its kind. */
  private static List<String> parts(SqlScanner scanner, String sql) {
    List<SqlPart> parts = scanner.parts(sql);
    assertThat(parts.stream().map(SqlPart::text).collect(Collectors.joining())).isEqualTo(sql);
    return parts.stream()
        .filter(part -> part.kind() != Kind.CODE)
        .map(part -> part.kind() + (part.isClosed() ? " " : " open ") + part.text())
        .toList();
  }

  @Test
  void quotesAreDoubledInside() {
    assertThat(parts(STANDARD, "SELECT 'it''s', \"a\"\"b\" FROM t"))
        .containsExactly("TEXT 'it''s'", "NAME \"a\"\"b\"");
  }

  @Test
  void aCommentHidesQuotesAndTheReverse() {
    assertThat(parts(STANDARD, "a -- it's\nb '--' /* ' */ c"))
        .containsExactly("LINE_COMMENT -- it's", "TEXT '--'", "BLOCK_COMMENT /* ' */");
  }

  @Test
  void whatIsNotClosedGoesToTheEnd() {
    assertThat(parts(STANDARD, "a 'b")).containsExactly("TEXT open 'b");
    assertThat(parts(STANDARD, "a /* b")).containsExactly("BLOCK_COMMENT open /* b");
    assertThat(parts(STANDARD, "'a'''")).containsExactly("TEXT 'a'''");
    assertThat(parts(STANDARD, "'a''")).containsExactly("TEXT open 'a''");
  }

  @Test
  void aBackslashEscapesWhereItDoes() {
    assertThat(parts(MYSQL, "'a\\'b' `c\\` \"d\\\"e\""))
        .containsExactly("TEXT 'a\\'b'", "NAME `c\\`", "TEXT \"d\\\"e\"");
    assertThat(parts(STANDARD, "'a\\' b")).containsExactly("TEXT 'a\\'");
    assertThat(parts(POSTGRESQL, "E'a\\'b' name'c\\' d"))
        .containsExactly("TEXT 'a\\'b'", "TEXT 'c\\'");
  }

  @Test
  void mysqlHasCommentsOfItsOwn() {
    assertThat(parts(MYSQL, "a--b # c\n-- d\n/*! e ; */ /*M! f */"))
        .containsExactly("LINE_COMMENT # c", "LINE_COMMENT -- d");
  }

  @Test
  void dollarsHaveTags() {
    assertThat(parts(POSTGRESQL, "$$a$$ $b$ c $$ d $b$ x$e$ $1 $2"))
        .containsExactly("DOLLAR_TEXT $$a$$", "DOLLAR_TEXT $b$ c $$ d $b$");
    assertThat(parts(new SqlScanner(Feature.DOLLARS), "$b$ $$c$$"))
        .containsExactly("DOLLAR_TEXT $$c$$");
  }

  @Test
  void commentsAreNestedWhereTheyAre() {
    assertThat(parts(POSTGRESQL, "/* a /* b */ c */ d"))
        .containsExactly("BLOCK_COMMENT /* a /* b */ c */");
    assertThat(parts(STANDARD, "/* a /* b */ c")).containsExactly("BLOCK_COMMENT /* a /* b */");
  }

  @Test
  void aStatementEndsInACommentIfItsLastLineDoes() {
    assertThat(STANDARD.endsInComment("a -- b")).isTrue();
    assertThat(STANDARD.endsInComment("a -- b\n")).isFalse();
    assertThat(STANDARD.endsInComment("a '-- b'")).isFalse();
    assertThat(STANDARD.endsInComment("a # b")).isFalse();
    assertThat(MYSQL.endsInComment("a # b")).isTrue();
    assertThat(MYSQL.endsInComment("5--b")).isFalse();
    assertThat(POSTGRESQL.endsInComment("a -- b\rc")).isFalse();
  }
}
