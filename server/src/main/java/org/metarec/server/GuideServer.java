package org.metarec.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * Serves the guide that Browser shows beside the editor.
 *
 * <p>Browser fetches it from its own page, hence the CORS headers, and by the name {@code
 * localhost}, which is the one on this machine that its list of trusted hosts holds.
 */
final class GuideServer implements AutoCloseable {
  private static final String PATH = "/metarec.html";
  private static final int NO_CONTENT = 204;
  private static final int OK = 200;

  private final HttpServer server;

  private GuideServer(HttpServer server) {
    this.server = server;
  }

  /** Starts on a free port of 127.0.0.1. */
  static GuideServer start() throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(address, 0);
    server.createContext(PATH, GuideServer::answer);
    server.start();
    return new GuideServer(server);
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + PATH);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange;
        var guide = GuideServer.class.getResourceAsStream("guide.html")) {
      exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
      exchange.getResponseHeaders().set("Access-Control-Allow-Headers", "*");
      if (exchange.getRequestMethod().equals("OPTIONS")) {
        exchange.sendResponseHeaders(NO_CONTENT, -1);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.sendResponseHeaders(OK, 0);
      guide.transferTo(exchange.getResponseBody());
    }
  }
}
