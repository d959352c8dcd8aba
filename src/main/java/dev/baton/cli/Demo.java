package dev.baton.cli;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code baton demo}: a Slack workspace in the browser with Baton in it. Nothing leaves this machine. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Opens a Slack workspace in the browser with Baton in it. Needs no Slack and no account.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:stopped as asked", "1:could not start", "2:the command line is wrong"})
public final class Demo implements Callable<Integer> {
    private final InstantSource wallClock;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Where the page is; the next free port if it is taken. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--scenario",
            paramLabel = "NAME|FILE",
            defaultValue = "cast",
            description =
                    "How the workspace opens: cast, empty, busy-quarter, or a file of that form. Default: ${DEFAULT-VALUE}.")
    private String scenario = "cast";

    public Demo(InstantSource wallClock) {
        this.wallClock = wallClock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Scenario opening = Scenario.of(scenario);
        Rehearsal rehearsal = new Rehearsal(opening, port, wallClock);
        Runtime.getRuntime().addShutdownHook(new Thread(rehearsal::close));
        rehearsal.begin();
        System.out.println("Baton's demo workspace is open: " + rehearsal.page());
        if (opening.requests().isEmpty()) {
            System.out.println("You are Sam. Type /request-csm, then become Maya and assign a CSM. Ctrl-C ends it.");
        } else {
            System.out.println("The note on the page says what to try. Ctrl-C ends it.");
        }
        new CountDownLatch(1).await();
        return 0;
    }
}
