package dev.migrate.commands.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTest {

  private static final TerminalProbe PROBE = new TerminalProbe(true, OptionalInt.of(132));

  @Test
  void theWidthIsTheOneOfTheTerminalUnlessColumnsSaysAnother() {
    assertThat(Device.attached(Map.of(), PROBE).width()).hasValue(132);
    assertThat(Device.attached(Map.of("COLUMNS", "60"), PROBE).width()).hasValue(60);
    assertThat(Device.attached(Map.of("COLUMNS", "wide"), PROBE).width()).hasValue(132);
    assertThat(Terminal.of(System.out, System.err).width()).isEqualTo(80);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "0 0\n", "24\n", "a b c\n", "24 -3\n"})
  void whatIsNotASizeIsNoWidth(String text) {
    assertThat(TerminalProbe.parse(text)).isEqualTo(new TerminalProbe(false, OptionalInt.empty()));
  }

  @Test
  void aProbeHasTheSizeAndWhetherErrorsAreShown() {
    assertThat(TerminalProbe.parse("24 80\nterminal\n"))
        .isEqualTo(new TerminalProbe(true, OptionalInt.of(80)));
    assertThat(TerminalProbe.parse("24 80\n").errIsTerminal()).isFalse();
  }

  @Test
  void colorsDependOnTheTerminal() {
    assertThat(Device.hasColors(Map.of("TERM", "xterm"), false)).isTrue();
    assertThat(Device.hasColors(Map.of("TERM", "dumb"), false)).isFalse();
    assertThat(Device.hasColors(Map.of("NO_COLOR", "1"), false)).isFalse();
    assertThat(Device.hasColors(Map.of("NO_COLOR", ""), false)).isTrue();
    assertThat(Device.hasColors(Map.of(), true)).as("an old console of Windows").isFalse();
    assertThat(Device.hasColors(Map.of("WT_SESSION", "x"), true)).isTrue();
  }

  @Test
  void aTerminalWithoutUnicodeGetsSimilarCharacters() {
    assertThat(written(StandardCharsets.US_ASCII, "a … b → Zoë ✓ 😀"))
        .isEqualTo("a ... b -> Zo? + ?");
    assertThat(written(StandardCharsets.ISO_8859_1, "Zoë …")).isEqualTo("Zoë ...");
    assertThat(written(StandardCharsets.UTF_8, "Zoë … 😀")).isEqualTo("Zoë … 😀");
  }

  private static String written(Charset charset, String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Device device = new Device(true, true, OptionalInt.empty(), true, charset);
    PrintStream stream = device.stream(new PrintStream(bytes, true));
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      stream.write(one);
    }
    stream.flush();
    return bytes.toString(charset);
  }

  @Test
  void linesEndAsOnAnySystemAndAClosedTerminalHasNone() {
    Terminal terminal =
        Terminal.of(System.out, System.err).answeredBy(new StringReader("a\r\nb\nc\rd"));

    assertThat(terminal.readLine()).contains("a");
    assertThat(terminal.readLine()).contains("b");
    assertThat(terminal.readLine()).contains("c");
    assertThat(terminal.readLine()).contains("d");
    assertThat(terminal.readLine()).isEmpty();
    Reader closed =
        new java.io.InputStreamReader(InputStream.nullInputStream(), StandardCharsets.UTF_8) {
          @Override
          public int read(char[] buffer, int offset, int length) throws IOException {
            throw new IOException("closed");
          }
        };
    assertThat(Terminal.of(System.out, System.err).answeredBy(closed).readLine()).isEmpty();
    assertThat(Terminal.of(System.out, System.err).readLine()).isEmpty();
  }
}
