package dev.migrate.picture;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page in Chromium, spoken to over its DevTools protocol. It is found as {@code
 * -Dmigrate.test.browser=PATH}, or as {@code chromium}, {@code chromium-browser} or {@code
 * google-chrome} on the path.
 */
final class Browser implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final Pattern ADDRESS = Pattern.compile("DevTools listening on (ws://\\S+)");
  private static final Pattern ID = Pattern.compile("^\\{\"id\":(\\d+),");
  private static final long SECONDS = 120;

  private final Process process;
  private final Path profile;
  private final WebSocket socket;
  private final AtomicInteger last = new AtomicInteger();
  private final Map<Integer, CompletableFuture<String>> answers = new ConcurrentHashMap<>();
  private final List<String> events = new CopyOnWriteArrayList<>();
  private String session = "";

  /** The browser of this machine, if it has one. */
  static Optional<Path> executable() {
    String chosen = System.getProperty("migrate.test.browser", "");
    if (!chosen.isEmpty()) {
      return Optional.of(Path.of(chosen));
    }
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(":"))
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  Browser(Path executable) throws IOException {
    this.profile = Files.createTempDirectory("migrate-browser");
    this.process =
        new ProcessBuilder(
                executable.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "--window-size=1300,1000",
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address()), new Listener())
            .join();
    String target = field(call("Target.createTarget", "{\"url\":\"about:blank\"}"), "targetId");
    String attach = "{\"targetId\":\"" + target + "\",\"flatten\":true}";
    session = field(call("Target.attachToTarget", attach), "sessionId");
    for (String domain : List.of("Page", "Network", "Log", "Runtime")) {
      call(domain + ".enable", "{}");
    }
  }

  private String address() throws IOException {
    BufferedReader errors = process.errorReader();
    for (String line = errors.readLine(); line != null; line = errors.readLine()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        drain(errors);
        return address.group(1);
      }
    }
    throw new IOException("the browser ended before it could be spoken to");
  }

  private static void drain(BufferedReader errors) {
    Thread reader =
        new Thread(
            () -> {
              try {
                while (errors.readLine() != null) {
                  // what the browser says about itself is of no interest
                }
              } catch (IOException ended) {
                // with the browser
              }
            });
    reader.setDaemon(true);
    reader.start();
  }

  private final class Listener implements WebSocket.Listener {

    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
      message.append(data);
      if (isLast) {
        receive(message.toString());
        message.setLength(0);
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }

  private void receive(String message) {
    Matcher id = ID.matcher(message);
    if (id.find()) {
      Optional.ofNullable(answers.remove(Integer.valueOf(id.group(1))))
          .ifPresent(answer -> answer.complete(message));
    } else {
      events.add(message);
    }
  }

  /** Calls a method of the protocol, and returns its answer. */
  String call(String method, String parameters) {
    int id = last.incrementAndGet();
    CompletableFuture<String> answer = new CompletableFuture<>();
    answers.put(id, answer);
    String where = session.isEmpty() ? "" : ",\"sessionId\":\"" + session + "\"";
    socket
        .sendText(
            "{\"id\":"
                + id
                + ",\"method\":\""
                + method
                + "\",\"params\":"
                + parameters
                + where
                + "}",
            true)
        .join();
    String text = answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
    if (text.contains("\"error\":{")) {
      throw new AssertionError(method + ": " + text);
    }
    return text;
  }

  /** Opens a file, and waits until it is loaded. */
  void open(Path file) throws InterruptedException {
    events.clear();
    call("Page.navigate", "{\"url\":\"" + file.toUri() + "\"}");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (events("Page.loadEventFired").isEmpty()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not loaded: " + file);
      }
      Thread.sleep(20);
    }
  }

  /** What happened since the page was opened. */
  List<String> events(String method) {
    return events.stream()
        .filter(event -> event.startsWith("{\"method\":\"" + method + "\""))
        .toList();
  }

  /** The value of an expression that is a text. */
  String evaluate(String expression) {
    String quoted = expression.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ");
    return field(
        call(
            "Runtime.evaluate",
            "{\"returnByValue\":true,\"expression\":\"String(" + quoted + ")\"}"),
        "value");
  }

  void dark(boolean isDark) {
    String scheme = isDark ? "dark" : "light";
    call(
        "Emulation.setEmulatedMedia",
        "{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"" + scheme + "\"}]}");
  }

  private static String field(String answer, String name) {
    Matcher field = Pattern.compile("\"" + name + "\":\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(answer);
    if (!field.find()) {
      throw new AssertionError("no " + name + " in " + answer);
    }
    return field.group(1);
  }

  @Override
  public void close() throws IOException {
    socket.abort();
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    process.destroy();
    all.forEach(ProcessHandle::destroyForcibly);
    process.onExit().orTimeout(20, TimeUnit.SECONDS).exceptionally(late -> process).join();
    process.destroyForcibly();
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | RuntimeException busy) {
      profile.toFile().deleteOnExit();
    }
  }
}
