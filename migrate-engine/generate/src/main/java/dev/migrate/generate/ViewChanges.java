package dev.migrate.generate;

import dev.migrate.operation.CreateView;
import dev.migrate.operation.DropView;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.View;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The views that change, and those that make way for a change of what they read. */
final class ViewChanges {

  private ViewChanges() {}

  /** Drops views before anything that they read changes; those that read others come first. */
  static void drop(Transition transition) {
    List<View> views = transition.current().views();
    Map<QualifiedName, List<QualifiedName>> readers = readers(views);
    Set<QualifiedName> going = new HashSet<>();
    Deque<QualifiedName> added = new ArrayDeque<>();
    for (View view : views) {
      if (goes(transition, view) && going.add(view.name())) {
        added.add(view.name());
      }
    }
    while (!added.isEmpty()) {
      for (QualifiedName reader : readers.getOrDefault(added.remove(), List.of())) {
        if (going.add(reader)) {
          added.add(reader);
        }
      }
    }
    List<View> dropped = views.stream().filter(view -> going.contains(view.name())).toList();
    DependencyOrder.of(dropped, View::name, view -> readers.getOrDefault(view.name(), List.of()))
        .forEach(view -> transition.add(new DropView(view.name())));
  }

  private static boolean goes(Transition transition, View view) {
    return !transition.target().findView(view.name()).filter(view::equals).isPresent()
        || transition.affected().touches(view);
  }

  /** The views that read each of these. */
  private static Map<QualifiedName, List<QualifiedName>> readers(List<View> views) {
    Map<QualifiedName, List<QualifiedName>> readers = new HashMap<>();
    for (View view : views) {
      read(view, views)
          .forEach(name -> readers.computeIfAbsent(name, n -> new ArrayList<>()).add(view.name()));
    }
    return readers;
  }

  /** What a view reads: what it declares, or else each view whose name is in its text. */
  private static List<QualifiedName> read(View view, List<View> views) {
    if (!view.reads().isEmpty()) {
      return view.reads().stream().map(DataReference::table).toList();
    }
    return view.query().stream()
        .flatMap(text -> views.stream().map(View::name).filter(name -> text.mentions(name.name())))
        .toList();
  }

  /** Creates the views that are missing; those that others read come first. */
  static void create(Transition transition) {
    List<View> missing =
        transition.target().views().stream()
            .filter(view -> transition.current().findView(view.name()).isEmpty())
            .toList();
    DependencyOrder.of(missing, View::name, view -> read(view, missing))
        .forEach(view -> transition.add(new CreateView(view)));
  }
}
