/** Draws revisions and schemas. */
module dev.migrate.picture {
  requires static org.jspecify;
  requires transitive dev.migrate.engine;
  requires graph.support.core;

  exports dev.migrate.picture;
  exports dev.migrate.picture.text;

  provides org.graphper.layout.FontSelector with
      dev.migrate.picture.layout.NoFonts;
  provides org.graphper.layout.MeasureText with
      dev.migrate.picture.layout.NoFonts;
}
