package dev.migrate.engine.live;

import dev.migrate.engine.connect.Session;
import dev.migrate.engine.context.CallContext;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The database as its catalogue shows it, without what this library keeps there for itself. */
public final class LiveSchema {

  private LiveSchema() {}

  /** Reads the default schema and these in one inspection; in canonical form. */
  static Schema read(CallContext site, Collection<String> namespaces) {
    return site.dialect().canonical(inspected(site, namespaces));
  }

  /** Reads the default schema and these in one inspection; in the database's own words. */
  public static Schema inspected(CallContext site, Collection<String> namespaces) {
    try {
      Schema live =
          site.dialect().inspector().inspect(site.session().connection(), Set.copyOf(namespaces));
      Set<String> own = own(site);
      for (QualifiedName name : live.names()) {
        live = own.contains(name.name()) && isHere(site, name) ? live.without(name) : live;
      }
      return live;
    } catch (SQLException failure) {
      throw Session.failed("the catalogue cannot be read", failure);
    }
  }

  /** How the live schema differs from a declared one, in the database's own spelling. */
  public static SchemaDifference difference(CallContext site, Schema declared, Schema live) {
    try {
      return site.dialect().difference(declared, live, site.session().connection());
    } catch (SQLException failure) {
      throw Session.failed("the catalogue cannot be read", failure);
    }
  }

  /** A declared schema in canonical form, where the database is asked about these tables. */
  static Schema stored(CallContext site, Schema declared, Set<QualifiedName> tables) {
    try {
      return site.dialect().canonical(declared, tables, site.session().connection());
    } catch (SQLException failure) {
      throw Session.failed("the database cannot be asked how it stores a table", failure);
    }
  }

  private static Set<String> own(CallContext site) {
    QualifiedName history = site.settings().table().name();
    Set<String> own = new HashSet<>();
    own.add(history.name());
    site.dialect().lock(history).tables().forEach(table -> own.add(table.name()));
    return own;
  }

  /** A name without a namespace may be in the one that the history's name has. */
  private static boolean isHere(CallContext site, QualifiedName name) {
    QualifiedName history = site.settings().table().name();
    return name.namespace().isEmpty() || name.namespace().equals(history.namespace());
  }
}
