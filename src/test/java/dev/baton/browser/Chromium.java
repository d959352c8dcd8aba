package dev.baton.browser;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.SessionNotCreatedException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A browser that this machine has. Nothing is downloaded for it: where there is none, the tests that want one are skipped, and
 * fail only where {@code BATON_BROWSER=required} says that there should be one.
 */
final class Chromium implements AutoCloseable {
    static final int WIDE = 1280;
    static final int HIGH = 860;
    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    static {
        // Selenium tells on every start which DevTools it has no classes for; none is needed here.
        java.util.logging.Logger.getLogger("org.openqa.selenium").setLevel(Level.SEVERE);
    }

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts it with a profile of its own. */
    static Chromium start(Path profile) {
        Optional<Path> browser =
                BROWSERS.stream().flatMap(name -> onPath(name).stream()).findFirst();
        Optional<Path> chromedriver = onPath("chromedriver");
        if (browser.isEmpty() || chromedriver.isEmpty()) {
            throw without("no Chromium with its chromedriver on the PATH");
        }
        try {
            return new Chromium(new ChromeDriver(
                    new ChromeDriverService.Builder()
                            .usingDriverExecutable(chromedriver.get().toFile())
                            .usingAnyFreePort()
                            .withEnvironment(Map.of("LANGUAGE", "en_US"))
                            .build(),
                    options(browser.get(), profile)));
        } catch (SessionNotCreatedException e) {
            throw without("the browser does not start: "
                    + e.getMessage().lines().findFirst().orElse(""));
        }
    }

    private static Optional<Path> onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(file -> file.toFile().canExecute())
                .findFirst();
    }

    private static AssertionError without(String why) {
        if ("required".equals(System.getenv("BATON_BROWSER"))) {
            return new AssertionError("BATON_BROWSER=required, but " + why);
        }
        return abort("Not tried in a browser: " + why + ". On Debian: apt-get install chromium chromium-driver");
    }

    private static ChromeOptions options(Path browser, Path profile) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.toFile());
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--no-first-run",
                "--lang=en-US",
                "--user-data-dir=" + profile,
                "--window-size=" + WIDE + "," + HIGH);
        return options;
    }

    /** Opens the page of a workspace in a window of the usual size, in light colours. */
    Seat open(URI page, Album album) {
        return open(page, album, WIDE, false);
    }

    Seat open(URI page, Album album, int width, boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", HIGH, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        // What is asked for and said from here on is the page's, and not that of what stood there before.
        driver.get("about:blank");
        complaints();
        requested();
        driver.get(page.toString());
        return new Seat(driver, album);
    }

    /** Opens the page in one more window, beside those that are open. */
    Seat beside(URI page, Album album) {
        driver.switchTo().newWindow(WindowType.WINDOW);
        driver.get(page.toString());
        return new Seat(driver, album);
    }

    /** Closes the window in front, and turns to this one. */
    void closeBut(Seat other) {
        driver.close();
        other.turn();
    }

    /** What the page complained of since it was last asked. */
    List<String> complaints() {
        return entries(LogType.BROWSER)
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Every address on a network that was asked for since this was last asked. */
    List<String> requested() {
        return entries(LogType.PERFORMANCE)
                .flatMap(entry -> DevTools.requested(entry.getMessage()).stream())
                .filter(address -> !address.matches("(?s)(about|data|blob|chrome):.*"))
                .toList();
    }

    private Stream<LogEntry> entries(String log) {
        return driver.manage().logs().get(log).getAll().stream();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
