package org.biograd.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.biograd.data.DataSet;
import org.biograd.data.Digits;
import org.biograd.fixedpoint.Digest;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.fixedpoint.run.Trainer;
import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

/** The site in a real browser. Skipped aloud where there is none. */
class BrowserTest {

    private static ChromeDriver browser;

    @BeforeAll
    static void open() {
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    private static void load(String page) {
        browser.get(SiteFolder.path().resolve(page).toUri().toString());
    }

    private static List<String> errors() {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(Object::toString)
                .toList();
    }

    @Test
    void everyPageLoadsWithoutAnError() throws IOException {
        List<String> pages = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(SiteFolder.path())) {
            walk.filter(path -> path.toString().endsWith(".html"))
                    .map(path -> SiteFolder.path().relativize(path).toString())
                    .filter(path -> !path.startsWith("source/"))
                    .sorted()
                    .forEach(pages::add);
        }
        assertTrue(pages.size() > 140, "pages: " + pages.size());
        for (String page : pages) {
            load(page);
            assertEquals(List.of(), errors(), page);
            assertTrue(browser.getTitle().endsWith("- BioGrad"), page + ": " + browser.getTitle());
        }
    }

    @Test
    void axeFindsNoViolation() {
        for (String page : List.of(
                "index.html",
                "play.html",
                "pages.html",
                "clause/index.html",
                "clause/SOMA-3.html",
                "clause/PROF-1.html",
                "spec/text/overview.html",
                "spec/text/example.html",
                "spec/course/README.html")) {
            load(page);
            List<String> violations = new ArrayList<>();
            for (Rule rule : new AxeBuilder().analyze(browser).getViolations()) {
                violations.add(rule.getId() + " at " + rule.getNodes().get(0).getTarget() + ": " + rule.getHelp());
            }
            assertEquals(List.of(), violations, page);
        }
    }

    @Test
    void noPageIsWiderThanAPhone() throws IOException {
        Path folder = Files.createDirectories(Path.of("target/screenshots"));
        for (int width : new int[] {1280, 400}) {
            browser.manage().window().setSize(new Dimension(width < 500 ? 500 : width, 900));
            browser.executeCdpCommand(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 500));
            for (String page : List.of("index.html", "play.html", "clause/SOMA-3.html", "spec/text/overview.html")) {
                load(page);
                long wide = (Long) browser.executeScript("return document.documentElement.scrollWidth");
                assertTrue(wide <= width, page + " is " + wide + " wide at " + width);
                Files.write(
                        folder.resolve(page.replace('/', '-') + "-" + width + ".png"),
                        browser.getScreenshotAs(OutputType.BYTES));
            }
        }
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    @Test
    void theSearchFindsAClause() {
        load("index.html");
        browser.findElement(By.id("search")).sendKeys("surrogate gate");
        assertTrue(
                browser.findElement(By.id("found")).getText().contains("GATE-1 Surrogate gate"),
                browser.findElement(By.id("found")).getText());
    }

    /** A first epoch as {@code ./biograd verify} trains it. */
    @Test
    void theBrowserTrainsToTheDigestOfTheCommand() throws IOException {
        Profile loihi = Profiles.loihi();
        DataSet digits = Digits.training(Digits.load());
        Network network = new Network(Shape.of(64, 64, 10), loihi, 1);
        Trainer trainer = new Trainer(network, digits.source(loihi.time().steps(), 1), digits.labels());
        Schedule schedule = new Schedule(loihi, 1, digits.size(), 1);
        while (schedule.hasNext()) {
            trainer.perform(schedule.next(), Observer.NONE);
        }
        load("play.html");
        errors();
        browser.findElement(By.id("train")).click();
        String text = "";
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!text.startsWith("digest") && System.nanoTime() < end) {
            sleep();
            text = browser.findElement(By.id("trained")).getText();
        }
        System.out.println("in the browser: " + text);
        assertEquals(List.of(), errors());
        assertTrue(text.startsWith("digest " + Digest.of(network) + ","), text + " is not " + Digest.of(network));
        int rate = Integer.parseInt(text.replaceAll(".*, (\\d+) samples a second", "$1"));
        assertTrue(rate >= 50, rate + " samples a second");
    }

    /** The network that the page brings is that of the README, reads, and goes on learning. */
    @Test
    void theTrainedNetworkReadsAndLearns() throws IOException {
        load("play.html");
        browser.findElement(By.id("ready")).click();
        assertEquals(List.of(), errors());
        Matcher digest = Pattern.compile("digest ([0-9a-f]{64})")
                .matcher(browser.findElement(By.id("message")).getText());
        assertTrue(digest.find(), browser.findElement(By.id("message")).getText());
        String readme = Files.readString(SiteFolder.root().resolve("README.md"));
        assertTrue(readme.contains("digest of the weights: " + digest.group(1)), digest.group(1));
        long right = (Long) browser.executeScript("const api = window.biograd || window; let right = 0;"
                + "const pixels = Uint8Array.from(atob(window.BIOGRAD_PIXELS), c => c.charCodeAt(0));"
                + "for (let n = 0; n < 200; n++) { right += window.BIOGRAD_LABELS[n] === "
                + "api.read(Int32Array.from(pixels.slice(64 * n, 64 * n + 64))) ? 1 : 0; } return right;");
        assertTrue(right >= 170, right + " of 200 are read rightly");
        browser.findElement(By.id("learn")).click();
        assertEquals(List.of(), errors());
        assertTrue(
                browser.findElement(By.id("message")).getText().startsWith("1 sample learned."),
                browser.findElement(By.id("message")).getText());
    }

    private static void sleep() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The page explains the example's sample as the text does, and finds what one bit less changes. */
    @Test
    void thePagePlays() throws IOException {
        load("play.html");
        browser.findElement(By.id("learn")).click();
        assertEquals(List.of(), errors());
        String explained = browser.findElement(By.id("explained")).getText();
        assertTrue(explained.contains("saturate(decay(0, 2048) + 10, 6) = saturate(0 + 10, 6) = 10"), explained);
        assertTrue(!explained.contains("FAULT"), explained);
        browser.findElement(By.id("forward")).click();
        assertTrue(browser.findElement(By.id("where")).getText().startsWith("step 1 of"), "a step forward");
        browser.findElement(By.id("sleep")).click();
        assertTrue(browser.findElement(By.id("angles")).getText().contains("1 sleeps"), "a sleep is told");
        browser.findElement(By.id("less")).clear();
        browser.findElement(By.id("less")).sendKeys("soma.threshold=12");
        browser.findElement(By.id("compare")).click();
        String difference = browser.findElement(By.id("difference")).getText();
        assertTrue(difference.startsWith("The first to differ: s of neuron 1.0, sample 0, step 0"), difference);
        assertTrue(
                ((String) browser.executeScript("return location.hash")).contains("profile=tiny&shape=2-2-1&seed=7"),
                "the address keeps the state");
    }
}
