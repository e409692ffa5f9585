package io.chom.portal.hostile;

import io.chom.portal.preview.Chromium;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.chrome.ChromeDriver;

/** A browser that opens sheets and tells what happened in their frames. */
final class Onlooker implements AutoCloseable {

    /** Runs before everything else in every document, and counts what a payload would do first. */
    private static final String HOOK = """
            for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'eval'])
              window[name] = () => { top.caught = (top.caught ?? 0) + 1; };
            """;

    private static final String LOOK = """
            const rect = (frame, selector) => {
              const found = frame.contentDocument.querySelector(selector);
              if (!found) return null;
              found.scrollIntoView({ block: 'center', behavior: 'instant' });
              const box = found.getBoundingClientRect();
              const at = frame.contentDocument.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
              const page = frame.contentDocument.scrollingElement;
              return { left: box.left, width: box.width, height: box.height, top: box.top + page.scrollTop,
                below: page.scrollHeight - (box.bottom + page.scrollTop), seen: found === at || found.contains(at) };
            };
            return [...document.querySelectorAll('iframe')].map(frame => {
              const page = frame.contentDocument;
              return {
                path: frame.contentWindow.location.pathname,
                asked: frame.contentWindow.performance.getEntriesByType('resource').map(entry => entry.name)
                  .filter(name => !name.startsWith(location.origin)),
                active: page.querySelectorAll('script, iframe, object, embed, base, foreignObject').length
                  + [...page.querySelectorAll('*')].flatMap(one => [...one.attributes])
                      .filter(one => /^on/i.test(one.name)
                        || /href|src|action/i.test(one.name) && /^\\s*javascript:/i.test(one.value)).length,
                text: page.documentElement.textContent,
                draft: rect(frame, '.draft'), foot: rect(frame, '.foot')
              };
            });""";

    private final ChromeDriver driver = Chromium.start("--window-size=1440,1000");

    Onlooker() {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", HOOK));
    }

    /** What a frame has come to. */
    record Frame(Map<String, Object> found) {

        String path() {
            return String.valueOf(found.get("path"));
        }

        String text() {
            return String.valueOf(found.get("text"));
        }

        long active() {
            return (Long) Objects.requireNonNull(found.get("active"));
        }

        List<?> asked() {
            return (List<?>) Objects.requireNonNull(found.get("asked"));
        }

        @SuppressWarnings("unchecked")
        Map<String, Object> place(String part) {
            return (Map<String, Object>) Objects.requireNonNull(found.get(part), part);
        }
    }

    /** Opens a sheet, waits for all of its frames, and looks at each. */
    @SuppressWarnings("unchecked")
    List<Frame> look(String address) {
        driver.get(address);
        var found = (List<Map<String, Object>>) Objects.requireNonNull(driver.executeScript(LOOK));
        return found.stream().map(Frame::new).toList();
    }

    /** How often a payload did something on the sheet. */
    long caught() {
        return (Long) Objects.requireNonNull(driver.executeScript("return top.caught ?? 0"));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
