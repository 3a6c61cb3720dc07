package dev.migrate.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.picture.svg.Markup;
import dev.migrate.schema.Column;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Names and messages from outside stay text, whatever they contain. */
class HostileNamesTest {

  private static final String HOSTILE =
      "a\"b'c<d>&amp;]]>--></style></svg></script><script>alert(1)</script>`|{}[]#;%% end\u202e表😀";

  private static final RevisionPicture REVISIONS =
      RevisionPicture.of(
          RevisionGraph.of(
              Revision.of(
                  Lineage.of("a\"<b>&]]>|").root().message(HOSTILE + "\n\n\u0007x"), op -> {}),
              Revision.of(Lineage.of("</text>").after("a\"<b>&]]>|").label("<script>"), op -> {})),
          List.of());

  private static final SchemaPicture SCHEMA =
      SchemaPicture.of(
          Schema.empty()
              .with(
                  Table.of(
                      QualifiedName.exactly(HOSTILE),
                      List.of(
                          Column.of(HOSTILE, SimpleType.INTEGER),
                          Column.of("\u0001", SimpleType.INTEGER),
                          PrimaryKey.of(List.of(HOSTILE))))));

  @Test
  void anSvgIsWellFormedAndHasTheNames() {
    assertThat(new SvgReader(REVISIONS.svg()).texts("text"))
        .contains("a\"<b>&]]>|", "</text>", "<script>");
    SvgReader schema = new SvgReader(SCHEMA.svg());
    assertThat(schema.texts("text")).contains("<U+0001>");
    assertThat(schema.texts("title")).anyMatch(title -> title.contains("<script>alert(1)"));
    assertThat(schema.elements("script")).isEmpty();
  }

  @Test
  void mermaidHasNothingBetweenQuotesThatCouldEndThem() {
    Pattern quoted = Pattern.compile("\"[^\"]*\"");
    for (String text : List.of(REVISIONS.mermaid(), SCHEMA.mermaid())) {
      for (String line : text.lines().toList()) {
        String rest = quoted.matcher(line.replace("<br/>", "")).replaceAll("Q");
        assertThat(rest).as(line).matches("[\\w \\[\\]{}:>.,#-]*");
        assertThat(line.replace("<br/>", "").replace("-->", "")).doesNotContain("<", "`", "%%");
      }
    }
  }

  @Test
  void whatXmlCannotHoldIsWrittenAsItsNumber() {
    assertThat(Markup.escaped("\u0000\ud800\uffff\r")).doesNotContain("\u0000", "\uffff", "\r");
    assertThat(Markup.escaped("a\u0008b")).isEqualTo("a&lt;U+0008&gt;b");
  }
}
