package dev.baton.leaver;

import java.util.List;

/**
 * What the form shows in which successors are chosen.
 *
 * @param choices one successor is chosen for each
 */
record Opening(Estate estate, List<Choice> choices) {
    Opening {
        choices = List.copyOf(choices);
    }
}
