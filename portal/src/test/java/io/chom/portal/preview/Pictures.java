package io.chom.portal.preview;

import io.chom.portal.preview.Scene.Data;
import io.chom.portal.shell.ColorMode;
import io.chom.portal.shell.SignedIn.Kind;
import io.chom.theming.Brand;
import io.chom.theming.DemoBrands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Takes pictures of every screen: {@code main} writes them into the folder of its first argument. */
public final class Pictures {

    private record Shot(
            String name, Brand brand, Kind kind, Data data, ColorMode mode, int width, int height, String path) {}

    private Pictures() {}

    public static void main(String... arguments) throws IOException {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        var only = arguments.length > 1 ? arguments[1] : "";
        try (var context = Preview.start(9300)) {
            var driver = Chromium.start("--hide-scrollbars");
            try {
                var scene = context.getBean(Scene.class);
                for (var shot : shots()) {
                    if (shot.name().contains(only)) {
                        take(driver, scene, shot, folder);
                    }
                }
                driver.manage().logs().get("browser").forEach(System.out::println);
            } finally {
                driver.quit();
            }
        }
    }

    private static List<Shot> shots() {
        var acme = DemoBrands.acme();
        var nimbus = DemoBrands.nimbus();
        var chom = DemoBrands.platform();
        return List.of(
                new Shot("usage-acme-light", acme, Kind.CUSTOMER, Data.TYPICAL, ColorMode.LIGHT, 1440, 1180, "usage"),
                new Shot(
                        "usage-nimbus-dark",
                        nimbus,
                        Kind.CUSTOMER,
                        Data.TYPICAL,
                        ColorMode.DARK,
                        1440,
                        1180,
                        "usage?meter=bandwidth_gb"),
                new Shot(
                        "usage-phone-acme-dark", acme, Kind.CUSTOMER, Data.TYPICAL, ColorMode.DARK, 390, 1900, "usage"),
                new Shot(
                        "usage-phone-nimbus-heavy",
                        nimbus,
                        Kind.CUSTOMER,
                        Data.HEAVY,
                        ColorMode.LIGHT,
                        390,
                        1900,
                        "usage"),
                new Shot(
                        "usage-heavy-acme",
                        acme,
                        Kind.CUSTOMER,
                        Data.HEAVY,
                        ColorMode.LIGHT,
                        1440,
                        1180,
                        "usage?meter=bandwidth_gb"),
                new Shot("usage-empty-nimbus", nimbus, Kind.CUSTOMER, Data.EMPTY, ColorMode.LIGHT, 1440, 1300, "usage"),
                new Shot("usage-loading-acme", acme, Kind.CUSTOMER, Data.LOADING, ColorMode.LIGHT, 1440, 900, "usage"),
                new Shot(
                        "usage-failed-nimbus-dark",
                        nimbus,
                        Kind.CUSTOMER,
                        Data.FAILED,
                        ColorMode.DARK,
                        1440,
                        900,
                        "usage"),
                new Shot(
                        "dash-acme-light", acme, Kind.RESELLER, Data.TYPICAL, ColorMode.LIGHT, 1440, 1300, "dashboard"),
                new Shot(
                        "dash-nimbus-dark-heavy",
                        nimbus,
                        Kind.RESELLER,
                        Data.HEAVY,
                        ColorMode.DARK,
                        1440,
                        1300,
                        "dashboard"),
                new Shot("dash-phone-acme", acme, Kind.RESELLER, Data.HEAVY, ColorMode.LIGHT, 390, 1900, "dashboard"),
                new Shot(
                        "dash-empty-nimbus",
                        nimbus,
                        Kind.RESELLER,
                        Data.EMPTY,
                        ColorMode.LIGHT,
                        1440,
                        900,
                        "dashboard"),
                new Shot("ops-chom-light", chom, Kind.PLATFORM, Data.TYPICAL, ColorMode.LIGHT, 1440, 900, "resellers"),
                new Shot(
                        "ops-chom-dark-heavy",
                        chom,
                        Kind.PLATFORM,
                        Data.HEAVY,
                        ColorMode.DARK,
                        1024,
                        1000,
                        "resellers"),
                new Shot("ops-phone-chom", chom, Kind.PLATFORM, Data.HEAVY, ColorMode.LIGHT, 390, 1200, "resellers"),
                new Shot(
                        "own-sessions-acme", acme, Kind.CUSTOMER, Data.TYPICAL, ColorMode.LIGHT, 1440, 700, "sessions"),
                new Shot(
                        "own-sessions-nimbus-dark-heavy",
                        nimbus,
                        Kind.RESELLER,
                        Data.HEAVY,
                        ColorMode.DARK,
                        1440,
                        900,
                        "sessions"),
                new Shot(
                        "own-sessions-phone-acme-dark",
                        acme,
                        Kind.CUSTOMER,
                        Data.TYPICAL,
                        ColorMode.DARK,
                        390,
                        844,
                        "sessions"),
                new Shot(
                        "own-sessions-alone-phone-nimbus",
                        nimbus,
                        Kind.CUSTOMER,
                        Data.EMPTY,
                        ColorMode.LIGHT,
                        390,
                        844,
                        "sessions"),
                new Shot(
                        "own-sessions-failed-acme",
                        acme,
                        Kind.CUSTOMER,
                        Data.FAILED,
                        ColorMode.LIGHT,
                        1440,
                        700,
                        "sessions"),
                new Shot(
                        "own-sessions-loading-nimbus",
                        nimbus,
                        Kind.CUSTOMER,
                        Data.LOADING,
                        ColorMode.DARK,
                        1440,
                        700,
                        "sessions"),
                new Shot(
                        "missing-acme", acme, Kind.CUSTOMER, Data.TYPICAL, ColorMode.LIGHT, 1440, 700, "nothing-here"));
    }

    private static void take(ChromeDriver driver, Scene scene, Shot shot, Path folder) throws IOException {
        scene.set(shot.brand(), shot.kind(), shot.data());
        driver.manage().window().setSize(new Dimension(shot.width(), shot.height()));
        if (!driver.getCurrentUrl().startsWith("http")) {
            driver.get("http://localhost:9300/ui/app.css");
        }
        driver.manage().addCookie(new Cookie(ColorMode.COOKIE, shot.mode().attribute(), "/"));
        driver.get("http://localhost:9300/app/" + shot.path());
        var settled = shot.data() == Data.LOADING ? ".state-panel" : ".state-panel[aria-busy=false], .state";
        new WebDriverWait(driver, Duration.ofSeconds(40))
                .until(browser -> !browser.findElements(By.cssSelector(settled)).isEmpty());
        // The chart draws itself in its own time, and nothing tells when it has.
        new WebDriverWait(driver, Duration.ofSeconds(3))
                .pollingEvery(Duration.ofMillis(1400))
                .until(new java.util.function.Function<org.openqa.selenium.WebDriver, Boolean>() {
                    private int looks;

                    @Override
                    public Boolean apply(org.openqa.selenium.WebDriver browser) {
                        return looks++ > 0;
                    }
                });
        Files.write(folder.resolve(shot.name() + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        System.out.println(shot.name());
        new com.deque.html.axecore.selenium.AxeBuilder()
                .analyze(driver)
                .getViolations()
                .forEach(violation -> System.out.println("  " + violation.getImpact() + " " + violation.getId() + " "
                        + violation.getNodes().stream()
                                .limit(3)
                                .map(node -> node.getHtml())
                                .toList()));
    }
}
