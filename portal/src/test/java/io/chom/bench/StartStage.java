package io.chom.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How long the production jar takes to be ready on servers that run, and what it holds when nobody uses it. */
final class StartStage implements Stage {

    @Override
    public List<Figure> measure(World world, Options options, List<String> readings) throws Exception {
        world.product(); // migrates, and founds the demo
        world.endProduct();
        List<Double> seconds = new ArrayList<>();
        double resident = 0;
        for (int round = 0; round < options.rounds(); round++) {
            Instant began = Instant.now();
            var product = world.start("start-" + round);
            seconds.add(Duration.between(began, Instant.now()).toMillis() / 1000.0);
            if (round == options.rounds() - 1) {
                TimeUnit.SECONDS.sleep(30);
                resident = product.jvm().residentMegabytes();
            }
            product.jvm().close();
        }
        readings.add("seconds to ready: " + seconds);
        return List.of(
                Figure.atMost(
                        10,
                        "s",
                        "start.ready",
                        Contest.median(seconds, Double::doubleValue),
                        "Start of portal.jar until ready"),
                Figure.atMost(580, "MB", "start.resident", resident, "Resident memory of the idle program"));
    }
}
