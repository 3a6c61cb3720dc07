package dev.migrate.generate;

import dev.migrate.operation.CreateView;
import dev.migrate.operation.DropView;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The views that change, and those that make way for a change of what they read. */
final class ViewChanges {

  private ViewChanges() {}

  /** Drops views before anything that they read changes; those that read others come first. */
  static void drop(Transition transition) {
    Set<QualifiedName> going = new HashSet<>();
    List<View> views = transition.current().views();
    boolean more = true;
    while (more) {
      more = false;
      for (View view : views) {
        if (!going.contains(view.name()) && goes(transition, view, going)) {
          going.add(view.name());
          more = true;
        }
      }
    }
    List<View> left =
        new ArrayList<>(views.stream().filter(v -> going.contains(v.name())).toList());
    while (!left.isEmpty()) {
      View free =
          left.stream()
              .filter(read -> left.stream().noneMatch(reader -> reads(reader, read)))
              .findFirst()
              .orElse(left.get(0));
      transition.add(new DropView(free.name()));
      left.remove(free);
    }
  }

  private static boolean goes(Transition transition, View view, Set<QualifiedName> going) {
    return !transition.target().findView(view.name()).filter(view::equals).isPresent()
        || view.reads().stream()
            .anyMatch(data -> transition.affected().touches(data) || going.contains(data.table()));
  }

  private static boolean reads(View reader, View read) {
    return reader.reads().stream().anyMatch(data -> data.table().equals(read.name()));
  }

  /** Creates the views that are missing; those that others read come first. */
  static void create(Transition transition) {
    List<View> left =
        new ArrayList<>(
            transition.target().views().stream()
                .filter(view -> transition.current().findView(view.name()).isEmpty())
                .toList());
    while (!left.isEmpty()) {
      View free =
          left.stream()
              .filter(reader -> left.stream().noneMatch(read -> reads(reader, read)))
              .findFirst()
              .orElse(left.get(0));
      transition.add(new CreateView(free));
      left.remove(free);
    }
  }
}
