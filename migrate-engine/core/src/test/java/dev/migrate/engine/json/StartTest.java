package dev.migrate.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every start of an application digests every revision: Jackson must not be loaded for that. */
class StartTest {

  @Test
  void digestNeedsNoJackson() throws Exception {
    try (URLClassLoader loader = withoutJackson()) {
      assertThatThrownBy(() -> loader.loadClass("tools.jackson.core.JsonParser"))
          .isInstanceOf(ClassNotFoundException.class);
      Method all = loader.loadClass(RecordingSamples.class.getName()).getDeclaredMethod("all");
      all.setAccessible(true);
      Class<?> json = loader.loadClass(RecordingJson.class.getName());

      Object digest = json.getMethod("digest", List.class).invoke(null, all.invoke(null));

      assertThat(digest).isEqualTo(RecordingJson.digest(RecordingSamples.all()));
    }
  }

  private static URLClassLoader withoutJackson() throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (!entry.contains("jackson")) {
        urls.add(Path.of(entry).toUri().toURL());
      }
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }
}
