package dev.baton.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.sandbox.Faults.Fault;
import dev.baton.sandbox.Faults.Kind;
import dev.baton.serving.ServeProcess;
import dev.baton.story.Modal;
import dev.baton.story.Posted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Sam asks and withdraws by chance while Slack fails by chance, and while processes are killed under his hands. */
final class BusyDay {
    private static final int LONGEST = 2_000;
    private static final int GESTURES = 3;
    private static final List<String> METHODS = List.of(Books.POST, Books.UPDATE, "conversations.history");
    private static final List<Fault> FAULTS = List.of(
            Fault.of(Kind.ACCEPTED_DROPPED),
            Fault.of(Kind.DROPPED),
            Fault.of(Kind.SERVER_ERROR),
            Fault.of(Kind.GARBAGE),
            Fault.rateLimited(1),
            Fault.slow(300));

    private final Ground ground;
    private final Random random;
    private final Set<Integer> asked = new TreeSet<>();
    private final Set<Integer> withdrawn = new TreeSet<>();
    private Optional<Modal> unanswered = Optional.empty();
    private int faults;

    BusyDay(Ground ground, Random random) {
        this.ground = ground;
        this.random = random;
    }

    /** One process, which is killed while Sam is busy. */
    void untilKilled() {
        ServeProcess serve = ground.serve();
        CompletableFuture.delayedExecutor(random.nextInt(LONGEST), TimeUnit.MILLISECONDS)
                .execute(serve::kill);
        for (int i = 0; i < GESTURES && serve.alive(); i++) {
            breakSomething();
            try {
                gesture();
            } catch (AssertionError e) {
                // Whatever Sam wanted, nobody answered any more.
                if (serve.alive()) {
                    throw e;
                }
            }
        }
        serve.ended(Duration.ofSeconds(10));
    }

    private void breakSomething() {
        ground.fault(METHODS.get(random.nextInt(METHODS.size())), 1, FAULTS.get(random.nextInt(FAULTS.size())));
        faults++;
    }

    private void gesture() {
        if (unanswered.isPresent()) {
            submit();
        } else if (random.nextInt(4) == 0) {
            withdrawable().ifPresent(this::withdraw);
        } else {
            int account = asked.size() + 1;
            unanswered = Optional.of(ground.sam().form(account));
            asked.add(account);
            submit();
        }
    }

    /** Where nobody answers, Sam presses again. */
    private void submit() {
        unanswered = unanswered.filter(form -> !ground.sam().acknowledged(form));
    }

    private Optional<Integer> withdrawable() {
        List<Posted> receipts = ground.as(Requester.SAM).dms();
        return asked.stream()
                .filter(account -> receipts.stream()
                        .anyMatch(each -> each.says(Ground.name(account) + " is")
                                && each.buttons().contains("Withdraw")))
                .findFirst();
    }

    private void withdraw(int account) {
        withdrawn.add(account);
        ground.sam().withdraw(account);
    }

    /** The last process is left alone; all that had to be said is counted. */
    void ends(int kills) {
        ground.noMoreFaults();
        Instant again = Instant.now();
        ground.serve();
        unanswered.ifPresent(form -> ground.sam().untilAcknowledged(form));
        ground.books().untilAllIsSaid();
        for (int account : withdrawn) {
            if (ground.sam().receipt(account).buttons().contains("Withdraw")) {
                ground.sam().withdraw(account);
            }
        }
        ground.books().untilAllIsSaid();
        ground.books().balance(kills + faults, again);
        assertThat(asked).isNotEmpty();
        for (int account : asked) {
            if (withdrawn.contains(account)) {
                ground.sam().readsWithdrawnEverywhere(account);
            } else {
                assertThat(ground.books().places(account))
                        .as(Ground.name(account))
                        .containsExactlyInAnyOrder("D0MAYA", "D0SAM", Ground.CHANNEL);
            }
        }
    }
}
