package dev.migrate.dialect.mysql;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.testkit.Databases;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Three nodes of MariaDB with Galera on this machine, from the folder that {@code .ci/galera} has
 * made; it is named by the variable {@code MIGRATE_TEST_GALERA}.
 */
final class GaleraCluster implements AutoCloseable {

  private static final String FOLDER = "MIGRATE_TEST_GALERA";

  private static final int NODES = 3;

  private static final long LONGEST = TimeUnit.SECONDS.toNanos(90);

  private final Path programs;
  private final Path work;
  private final List<Integer> ports = freePorts(NODES);
  private final List<Integer> groupPorts = freePorts(NODES);
  private final List<Integer> transferPorts = freePorts(NODES);
  private final List<Process> nodes = new ArrayList<>();
  private int databases;

  private GaleraCluster(Path programs, Path work) {
    this.programs = programs;
    this.work = work;
  }

  /** Starts the nodes, one after the other; a test that asks for them is skipped without them. */
  static GaleraCluster start() throws IOException {
    String folder = System.getenv(FOLDER);
    assumeTrue(
        folder != null,
        "there is no Galera: the variable " + FOLDER + " is not set; .ci/galera COMMAND sets it");
    Path memory = Path.of("/dev/shm");
    Path parent = Files.isWritable(memory) ? memory : Path.of("target").toAbsolutePath();
    Files.createDirectories(parent);
    GaleraCluster cluster =
        new GaleraCluster(Path.of(folder), Files.createTempDirectory(parent, "migrate-galera-"));
    Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
    for (int node = 0; node < NODES; node++) {
      cluster.startNode(node);
    }
    return cluster;
  }

  private void startNode(int node) throws IOException {
    Path data = work.resolve("node" + node);
    copy(programs.resolve("data"), data);
    String members =
        groupPorts.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    List<String> command =
        new ArrayList<>(
            List.of(
                programs.resolve("bin/node").toString(),
                "--datadir=" + data,
                "--port=" + ports.get(node),
                "--socket=" + data.resolve("socket"),
                "--bind-address=127.0.0.1",
                "--pid-file=" + data.resolve("pid"),
                "--binlog-format=ROW",
                "--innodb-autoinc-lock-mode=2",
                "--innodb-log-file-size=16M",
                "--innodb-buffer-pool-size=32M",
                "--innodb-flush-log-at-trx-commit=0",
                "--character-set-server=utf8mb4",
                "--wsrep-on=ON",
                "--wsrep-provider=" + programs.resolve("root/usr/lib/galera/libgalera_smm.so"),
                "--wsrep-cluster-address=gcomm://" + members,
                "--wsrep-node-name=node" + node,
                "--wsrep-node-address=127.0.0.1:" + groupPorts.get(node),
                "--wsrep-sst-method=equal",
                "--wsrep-provider-options=gmcast.listen_addr=tcp://127.0.0.1:"
                    + groupPorts.get(node)
                    + ";ist.recv_addr=127.0.0.1:"
                    + transferPorts.get(node)
                    + ";gcache.size=16M"));
    if (node == 0) {
      command.add("--wsrep-new-cluster");
    }
    File log = work.resolve("node" + node + ".log").toFile();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    nodes.add(process);
    long begin = System.nanoTime();
    while (!isReady(node)) {
      if (!process.isAlive() || System.nanoTime() - begin > LONGEST) {
        String text = Files.readString(log.toPath());
        close();
        throw new IllegalStateException("node " + node + " did not start:\n" + text);
      }
      pause();
    }
  }

  private boolean isReady(int node) {
    try (Connection connection = at(node, "mysql").getConnection();
        Statement statement = connection.createStatement();
        ResultSet ready = statement.executeQuery("SHOW STATUS LIKE 'wsrep_ready'")) {
      return ready.next() && ready.getString(2).equals("ON");
    } catch (SQLException notYet) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** An empty database, as each of the nodes has it. */
  List<DataSource> emptyDatabase() throws SQLException {
    String name = "galera_" + databases++;
    try (Connection connection = at(0, "mysql").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    List<DataSource> nodesOfDatabase = new ArrayList<>();
    for (int node = 0; node < NODES; node++) {
      long begin = System.nanoTime();
      while (!has(node, name)) {
        if (System.nanoTime() - begin > LONGEST) {
          throw new IllegalStateException("node " + node + " does not get the database " + name);
        }
        pause();
      }
      nodesOfDatabase.add(at(node, name));
    }
    return nodesOfDatabase;
  }

  /** A database is on the other nodes a moment after it was created. */
  private boolean has(int node, String name) throws SQLException {
    try (Connection connection = at(node, "mysql").getConnection();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SHOW DATABASES LIKE '" + name + "'")) {
      return found.next();
    }
  }

  private DataSource at(int node, String database) {
    return Databases.of(
        "jdbc:mariadb://127.0.0.1:" + ports.get(node) + "/" + database + "?sslMode=disable",
        "root",
        "");
  }

  private static List<Integer> freePorts(int count) {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
      for (ServerSocket socket : sockets) {
        socket.close();
      }
      return ports;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  @Override
  public void close() {
    nodes.forEach(Process::destroyForcibly);
    for (Process node : nodes) {
      try {
        node.waitFor(10, TimeUnit.SECONDS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    try (Stream<Path> files = Files.walk(work)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException | UncheckedIOException gone) {
      // It was deleted before.
    }
  }
}
