package dev.migrate.picture.page;

import dev.migrate.picture.svg.Markup;

/** A part of the page. */
interface Section {

  /** The id to which links lead. */
  String id();

  /** The heading. */
  String heading();

  /** Writes what is below the heading. */
  void write(Markup page);
}
