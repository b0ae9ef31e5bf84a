package org.metarec.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Neo4j Browser in headless Chromium, driven by the {@code data-testid} hooks of its own tests. */
final class BrowserPage implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path CHROMEDRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration STILL = Duration.ofMillis(300);
  private static final Duration ZOOM = Duration.ofSeconds(1);

  private final ChromeDriver chrome;
  private final WebDriverWait patience;

  private BrowserPage(ChromeDriver chrome) {
    this.chrome = chrome;
    this.patience = new WebDriverWait(chrome, PATIENCE);
  }

  static boolean isInstalled() {
    return Files.isExecutable(CHROMIUM) && Files.isExecutable(CHROMEDRIVER);
  }

  /** Opens a page; no host but this machine can be reached from it. */
  static BrowserPage open(URI address, Path profile) {
    var options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
        "--user-data-dir=" + profile);
    // otherwise Selenium looks for a driver to download
    System.setProperty("webdriver.chrome.driver", CHROMEDRIVER.toString());
    var chrome = new ChromeDriver(options);
    chrome.manage().window().setSize(new Dimension(1600, 1100));
    chrome.get(address.toString());
    return new BrowserPage(chrome);
  }

  /** Fills in the connection form and waits until Browser says that it is connected. */
  void connect(URI bolt, String user, String password) {
    patience.until(ExpectedConditions.elementToBeClickable(hook("connect")));
    whileItStarts(
        () -> {
          new Select(chrome.findElement(hook("bolt-scheme-select"))).selectByValue("bolt://");
          type("boltaddress", bolt.getAuthority());
          type("username", user);
          type("password", password);
          chrome.findElement(hook("connect")).click();
        });
    patience.until(
        ExpectedConditions.visibilityOfElementLocated(
            By.xpath("//*[contains(., 'You are connected as user')]")));
  }

  /** Browser draws its form anew while it starts; what is hidden or gone then is tried again. */
  private void whileItStarts(Runnable step) {
    new WebDriverWait(chrome, PATIENCE)
        .ignoring(ElementNotInteractableException.class, StaleElementReferenceException.class)
        .until(
            page -> {
              step.run();
              return true;
            });
  }

  /** The text of the guide beside the editor, once it holds what is waited for. */
  String guide(String expected) {
    By drawer = hook("guidesDrawer");
    patience.until(ExpectedConditions.textToBePresentInElementLocated(drawer, expected));
    return chrome.findElement(drawer).getText();
  }

  /** A graph that has come to rest. */
  record Drawing(WebElement frame) {
    private static final String TYPE_HOOK = "property-details-overview-relationship-type-";

    int nodeCount() {
      return frame.findElements(By.cssSelector("g.node")).size();
    }

    int relationshipCount() {
      return frame.findElements(By.cssSelector("g.relationship")).size();
    }

    /** The types as Browser's overview lists them; the captions in the drawing are cut. */
    List<String> relationshipTypes() {
      return frame.findElements(By.cssSelector("[data-testid^='" + TYPE_HOOK + "']")).stream()
          .map(element -> element.getDomAttribute("data-testid").substring(TYPE_HOOK.length()))
          .toList();
    }
  }

  /** Runs a query and waits until its graph is drawn. */
  Drawing draw(String query) throws InterruptedException {
    By editor = By.cssSelector("[data-testid='activeEditor'] .monaco-editor");
    whileItStarts(() -> chrome.findElement(editor).click());
    new Actions(chrome)
        .keyDown(Keys.CONTROL)
        .sendKeys("a")
        .keyUp(Keys.CONTROL)
        .sendKeys(Keys.DELETE)
        .perform();
    // as if pasted: typed keys would be completed by the editor
    chrome.executeCdpCommand("Input.insertText", Map.of("text", query));
    chrome.findElement(hook("editor-Run")).click();
    By frame =
        By.xpath(
            "//*[@data-testid='frame'][.//*[@data-testid='frameCommand'][contains(., '%s')]]"
                .formatted(query.substring(0, query.indexOf('('))));
    WebElement result = patience.until(ExpectedConditions.visibilityOfElementLocated(frame));
    patience.until(
        ExpectedConditions.presenceOfNestedElementLocatedBy(result, By.cssSelector("g.node")));
    awaitRest(result);
    return new Drawing(result);
  }

  private void awaitRest(WebElement frame) throws InterruptedException {
    for (String last = ""; !last.equals(positions(frame)); Thread.sleep(STILL.toMillis())) {
      last = positions(frame);
    }
  }

  /** Saves a drawing as a PNG, as large as the window. */
  void photograph(Drawing drawing, Path file) throws IOException, InterruptedException {
    drawing.frame().findElement(By.cssSelector("[title='Fullscreen']")).click();
    WebElement fit =
        patience.until(
            ExpectedConditions.elementToBeClickable(By.cssSelector("[aria-label='zoom-to-fit']")));
    fit.click();
    Thread.sleep(ZOOM.toMillis());
    Files.write(file, chrome.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    chrome.quit();
  }

  private String positions(WebElement frame) {
    List<WebElement> nodes = frame.findElements(By.cssSelector("g.node"));
    return nodes.stream().map(node -> node.getDomAttribute("transform")).toList().toString();
  }

  private void type(String hook, String text) {
    WebElement field = chrome.findElement(hook(hook));
    field.sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
  }

  private static By hook(String name) {
    return By.cssSelector("[data-testid='" + name + "']");
  }
}
