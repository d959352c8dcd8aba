package dev.baton.cli;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** x. */
@Command(name = "demo", mixinStandardHelpOptions = true)
public final class Demo implements Callable<Integer> {
    private final InstantSource wallClock;

    public Demo(InstantSource wallClock) {
        this.wallClock = wallClock;
    }

    @Override
    public Integer call() {
        return wallClock.millis() > 0 ? 0 : 1;
    }
}
