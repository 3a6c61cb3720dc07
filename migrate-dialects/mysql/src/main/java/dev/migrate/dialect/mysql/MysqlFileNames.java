package dev.migrate.dialect.mysql;

import dev.migrate.operation.CreateTable;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.RenameView;

/**
 * Tables, and views of MariaDB, are files of their name. In it, a letter of some alphabets takes
 * three bytes, and most other characters five, so that not every name of 64 characters fits.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/identifier-mapping.html">Mapping of Names
 *     to File Names</a>
 */
final class MysqlFileNames {

  /** What file systems allow, without an ending such as {@code .frm}. */
  private static final int LONGEST = 255 - 4;

  private MysqlFileNames() {}

  /** Refuses an operation that gives a table or view a name too long for a file. */
  static void require(MysqlDefinitions definitions, Operation operation) {
    boolean mariadb = definitions.server().isMariadb();
    if (operation instanceof CreateTable create) {
      require(definitions, create.table().name().name());
    } else if (operation instanceof RenameTable rename) {
      require(definitions, rename.newName());
    } else if (mariadb && operation instanceof CreateView create) {
      require(definitions, create.view().name().name());
    } else if (mariadb && operation instanceof RenameView rename) {
      require(definitions, rename.newName());
    }
  }

  private static void require(MysqlDefinitions definitions, String name) {
    int bytes = name.codePoints().map(MysqlFileNames::bytes).sum();
    if (bytes > LONGEST) {
      throw definitions.unsupported(
          "the name " + name + ", which takes " + bytes + " bytes as the name of a file",
          "choose a shorter name: a letter of ASCII takes 1 byte, of other alphabets 3 or 5,"
              + " and at most "
              + LONGEST
              + " fit");
    }
  }

  /** Counted as 3 where a letter of that alphabet may take 5, so that no name that fits is lost. */
  private static int bytes(int character) {
    boolean plain = character == '_' || (character < 0x80 && Character.isLetterOrDigit(character));
    boolean mapped =
        (character >= 0xC0 && character <= 0x5FF)
            || (character >= 0x1E00 && character <= 0x1FFF)
            || (character >= 0x2160 && character <= 0x217F)
            || (character >= 0x24B0 && character <= 0x24EF)
            || (character >= 0xFF20 && character <= 0xFF5F);
    return plain ? 1 : mapped ? 3 : 5;
  }
}
