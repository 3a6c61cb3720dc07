package dev.migrate.commands.terminal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Takes UTF-8 and writes another charset. A character that it does not have becomes a similar one
 * of ASCII, or a question mark. Not thread-safe.
 */
final class PlainCharacters extends FilterOutputStream {

  private static final Map<Character, String> SIMILAR =
      Map.ofEntries(
          Map.entry('…', "..."),
          Map.entry('–', "-"),
          Map.entry('—', "-"),
          Map.entry('─', "-"),
          Map.entry('│', "|"),
          Map.entry('→', "->"),
          Map.entry('←', "<-"),
          Map.entry('·', "-"),
          Map.entry('•', "*"),
          Map.entry('●', "*"),
          Map.entry('○', "o"),
          Map.entry('✓', "+"),
          Map.entry('✗', "x"),
          Map.entry('█', "#"),
          Map.entry('░', "."),
          Map.entry('├', "|"),
          Map.entry('└', "`"),
          Map.entry('“', "\""),
          Map.entry('”', "\""),
          Map.entry('’', "'"));

  private final Charset charset;
  private final CharsetEncoder encoder;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private ByteBuffer rest = ByteBuffer.allocate(0);

  PlainCharacters(OutputStream target, Charset charset) {
    super(target);
    this.charset = charset;
    this.encoder = charset.newEncoder();
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer input = ByteBuffer.allocate(rest.remaining() + length);
    input.put(rest).put(bytes, offset, length).flip();
    CharBuffer characters = CharBuffer.allocate(input.remaining() + 1);
    decoder.decode(input, characters, false);
    rest = ByteBuffer.wrap(input.array(), input.position(), input.remaining()).slice();
    out.write(plain(characters.flip().toString()).getBytes(charset));
  }

  private String plain(String text) {
    if (encoder.canEncode(text)) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .mapToObj(Character::toString)
        .map(each -> encoder.canEncode(each) ? each : SIMILAR.getOrDefault(each.charAt(0), "?"))
        .forEach(plain::append);
    return plain.toString();
  }
}
