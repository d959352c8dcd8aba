package dev.baton.browser;

import dev.baton.Eventually;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** Somebody before the page who has a keyboard and no mouse, and who looks for words before going on. */
final class Seat {
    private static final int TABS = 80;
    private static final int PEOPLE = 20;

    private final ChromeDriver driver;
    private final String window;
    private final Album album;

    Seat(ChromeDriver driver, Album album) {
        this.driver = driver;
        window = driver.getWindowHandle();
        this.album = album;
        awaits("body:not(.loading)");
    }

    Seat shot(String name) {
        // A picture in the middle of a movement would differ from run to run.
        until(
                "nothing moves",
                () -> truth("return document.getAnimations().every(each => each.playState !== 'running')"));
        album.add(name, driver.getScreenshotAs(OutputType.BYTES));
        return this;
    }

    Seat type(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
        return this;
    }

    /** Turns to this window where there are several. */
    Seat turn() {
        driver.switchTo().window(window);
        return this;
    }

    /** Chooses a file for a field of the form. */
    Seat give(String field, Path file) {
        driver.findElement(By.cssSelector(field(field) + " input[type=file]"))
                .sendKeys(file.toAbsolutePath().toString());
        return this;
    }

    /** Holds Control and presses a letter. */
    Seat control(String letter) {
        return holding(Keys.CONTROL, letter);
    }

    Seat holding(Keys held, CharSequence key) {
        new Actions(driver).keyDown(held).sendKeys(key).keyUp(held).perform();
        return this;
    }

    /** How much of this there is on the page. */
    long count(String selector) {
        return ((Number) driver.executeScript("return document.querySelectorAll(arguments[0]).length", selector))
                .longValue();
    }

    /** What tells the first of these from all others. */
    String firstOf(String selector) {
        return String.valueOf(
                driver.executeScript("return document.querySelector(arguments[0])?.dataset.testid", selector));
    }

    /** What stands in the field that has the focus. */
    String focused() {
        return String.valueOf(driver.executeScript("return document.activeElement.value"));
    }

    /** Scrolls this part of the page to its upper end. */
    Seat toTop(String selector) {
        driver.executeScript("document.querySelector(arguments[0]).scrollTop = 0", selector);
        return this;
    }

    Seat reload() {
        driver.navigate().refresh();
        return awaits("body:not(.loading)");
    }

    /** Goes there with the Tab key alone. */
    Seat tabTo(String selector) {
        for (int tabs = 0; tabs < TABS; tabs++) {
            if (isAt(selector)) {
                return this;
            }
            type(Keys.TAB);
        }
        throw new AssertionError("the Tab key does not lead to " + selector);
    }

    boolean isAt(String selector) {
        return truth("return document.activeElement?.closest(arguments[0]) != null", selector);
    }

    Seat press(String selector) {
        return tabTo(selector).type(Keys.ENTER);
    }

    /** Types into a field of the form in place of what stands there. */
    Seat fill(String field, CharSequence typed) {
        tabTo(field(field));
        new Actions(driver)
                .keyDown(Keys.CONTROL)
                .sendKeys("a")
                .keyUp(Keys.CONTROL)
                .sendKeys(typed)
                .perform();
        return this;
    }

    /** Picks the first option that begins so. */
    Seat pick(String field, CharSequence typed) {
        return fill(field, typed)
                .awaits(".popup.options:popover-open .option.active")
                .type(Keys.ENTER);
    }

    /** Types a day, as the browser's own field takes it. */
    Seat day(String field, String monthDayYear) {
        return tabTo(field(field)).type(monthDayYear);
    }

    Seat become(String person) {
        press(id("become")).awaits("#people:popover-open");
        for (int letters = 0; letters < PEOPLE; letters++) {
            if (isAt("[data-name=" + person + "]")) {
                return type(Keys.ENTER).reads(".become-name", person);
            }
            type(person.substring(0, 1));
        }
        throw new AssertionError("the menu has no " + person);
    }

    Seat reads(String selector, String words) {
        return until("'" + words + "' in " + selector, () -> text(selector).contains(words));
    }

    Seat awaits(String selector) {
        return until(selector, () -> truth("return document.querySelector(arguments[0]) != null", selector));
    }

    Seat awaitsEnd(String selector) {
        return until("no " + selector, () -> truth("return document.querySelector(arguments[0]) == null", selector));
    }

    /** All words that this part of the page shows. */
    String text(String selector) {
        return String.valueOf(driver.executeScript(
                "return [...document.querySelectorAll(arguments[0])].map(each => each.innerText).join('\\n')",
                selector));
    }

    /** What stands in a field of the form. */
    String value(String field) {
        return String.valueOf(driver.executeScript(
                "return document.querySelector(arguments[0] + ' :is(input, textarea)').value", field(field)));
    }

    /** Whether nothing is cut off at the side or has to be pushed there to be read. */
    boolean fitsInWidth() {
        return truth("""
                return [document.documentElement, ...document.querySelectorAll('.scroll, .dialog-body')]
                    .every(each => each.scrollWidth <= each.clientWidth)
                """);
    }

    /** What did not come is told with a picture of what was there instead. */
    Seat until(String what, Supplier<Boolean> condition) {
        try {
            Eventually.that(what, condition);
            return this;
        } catch (AssertionError late) {
            album.add("stuck", driver.getScreenshotAs(OutputType.BYTES));
            throw late;
        }
    }

    private boolean truth(String script, Object... arguments) {
        return Boolean.TRUE.equals(driver.executeScript(script, arguments));
    }

    static String id(String testid) {
        return "[data-testid='" + testid + "']";
    }

    static String field(String field) {
        return id("field-" + field);
    }
}
