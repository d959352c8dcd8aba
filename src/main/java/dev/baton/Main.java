package dev.baton;

import dev.baton.cli.Backup;
import dev.baton.cli.Check;
import dev.baton.cli.Demo;
import dev.baton.cli.Restore;
import dev.baton.cli.Serve;
import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The verbs. The only place of Baton's where the wall clock is read. */
@Command(
        name = "baton",
        mixinStandardHelpOptions = true,
        description = "A Slack app that carries a customer from pre-sales to post-sales.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all is well", "1:it failed", "2:the command line is wrong"})
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** A verb that serves returns only when it is stopped. A failure is told in a line and never hangs the process. */
    static int run(String... args) {
        InstantSource wallClock = InstantSource.system();
        CommandLine line = new CommandLine(new Main())
                .addSubcommand(new Serve(System.getenv(), System.getProperties(), wallClock))
                .addSubcommand(new Demo(wallClock))
                .addSubcommand(new Check())
                .addSubcommand(new Backup(System.getenv(), System.getProperties(), wallClock))
                .addSubcommand(new Restore(System.getenv(), System.getProperties(), wallClock))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
                    return 1;
                });
        if (args.length == 0) {
            line.usage(System.out);
            return 2;
        }
        return line.execute(args);
    }
}
