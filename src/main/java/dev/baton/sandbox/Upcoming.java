package dev.baton.sandbox;

import java.time.Instant;
import java.util.List;

/** What the app is going to do. The page shows it, and the clock can be moved to the next of it. */
@FunctionalInterface
public interface Upcoming {
    /** What is ahead, earliest first. Called for every look at the page: it should be quick. */
    List<Coming> coming();

    /** One thing ahead: when by the business clock, for whom (a name to show), and what. */
    record Coming(Instant at, String who, String what) {}
}
