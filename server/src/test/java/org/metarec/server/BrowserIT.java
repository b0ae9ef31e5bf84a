package org.metarec.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** What a user sees in the real Neo4j Browser, in headless Chromium. */
class BrowserIT {
  @TempDir static Path folder;
  private static MetarecServer server;

  @BeforeAll
  static void startServer() throws Exception {
    // set where a missing browser must not pass for a passed test
    if (System.getenv("METAREC_REQUIRE_BROWSER") == null) {
      assumeTrue(BrowserPage.isInstalled(), "chromium and chromium-driver are not installed");
    }
    server = FreshServer.start(folder.resolve("home"));
    server
        .driver()
        .executableQuery(
            "CREATE (:User {id:'u17'})-[:CLICKED]->(:Movie {title:'Thief'})<-[:DIRECTED]-(:Person {name:'Michael Mann'})-[:DIRECTED]->(:Movie {title:'Heat'})")
        .execute();
  }

  @AfterAll
  static void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void theGuideOpensAndARecommendationIsDrawnWithItsPaths() throws Exception {
    try (var page = BrowserPage.open(server.browser(), folder.resolve("profile"))) {
      page.connect(server.bolt(), Login.USER, server.password());
      System.out.println(page.guide("five queries"));
      var frame = page.draw("MATCH p=(:User)-->() -[*2]-(:Movie) RETURN p");
      assertThat(frame.findElements(By.cssSelector("g.node"))).hasSize(4);
      page.photograph(frame, FreshServer.PROJECT.resolve("server/target/browser.png"));
    }
  }
}
