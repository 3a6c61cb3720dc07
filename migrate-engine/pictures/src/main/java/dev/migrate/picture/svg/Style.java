package dev.migrate.picture.svg;

/** The colours and fonts of pictures, for light and dark surroundings and for paper. */
public final class Style {

  private static final String LIGHT =
      "--page:#ffffff;--card:#ffffff;--band:#f3f5f8;--ink:#1f2328;--soft:#57606a;--line:#8a94a0;"
          + "--rule:#d5dae0;--applied:#1a7f37;--pending:#0a62c9;--begun:#b35000;--warn:#c4232f;"
          + "--head:#7a3fd1;--chip:#eef1f5;--added:#e3f5e7;--changed:#fff3d6;--gone:#fde6e6;";

  private static final String DARK =
      "--page:#0d1117;--card:#161b22;--band:#1f2630;--ink:#e6edf3;--soft:#a0abb7;--line:#7d8793;"
          + "--rule:#39414b;--applied:#4ac26b;--pending:#6cb0ff;--begun:#f0a04b;--warn:#ff7b72;"
          + "--head:#c297ff;--chip:#262d37;--added:#12321c;--changed:#3a2e0c;--gone:#3d1a1d;";

  /** The colours, as custom properties of whatever has the class {@code picture}. */
  public static final String COLOURS =
      ".picture{color-scheme:light dark;"
          + LIGHT
          + "}\n@media (prefers-color-scheme:dark){.picture{"
          + DARK
          + "}}\n@media print{.picture{color-scheme:light;"
          + LIGHT
          + "}}\n";

  /** How the parts of a picture look. */
  public static final String SHAPES =
      """
      svg.picture text,svg .t{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,\
      "DejaVu Sans Mono","Liberation Mono",monospace;font-size:13px;fill:var(--ink)}
      svg.picture text.small{font-size:11px;fill:var(--soft)}
      svg.picture text.strong{font-weight:600}
      svg.picture text.end{text-anchor:end}
      .page{fill:var(--page)}
      .card{fill:var(--card);stroke:var(--line);stroke-width:1.2}
      .open .card{stroke-dasharray:5 3}
      .strip{fill:var(--line)}
      .applied .strip{fill:var(--applied)}.pending .strip{fill:var(--pending)}
      .begun .strip{fill:var(--begun)}
      .chip{fill:var(--chip)}
      svg.picture text.applied{fill:var(--applied)}svg.picture text.pending{fill:var(--pending)}
      svg.picture text.begun{fill:var(--begun)}svg.picture text.warn{fill:var(--warn)}
      svg.picture text.head{fill:var(--head)}svg.picture text.label{fill:var(--ink)}
      .edge{fill:none;stroke:var(--line);stroke-width:1.4}
      .dashed{stroke-dasharray:4 4}
      .arrow{fill:var(--line)}
      .conflict{fill:none;stroke:var(--warn);stroke-width:1.6;stroke-dasharray:2 4;\
      stroke-linecap:round}
      .band{fill:var(--band)}
      .rule{stroke:var(--rule);stroke-width:1}
      .added{fill:var(--added)}.changed{fill:var(--changed)}.gone{fill:var(--gone)}
      svg.picture text.gone{fill:var(--soft);text-decoration:line-through}
      """;

  private Style() {}
}
