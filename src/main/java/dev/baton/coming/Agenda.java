package dev.baton.coming;

import java.util.List;
import java.util.Optional;

/**
 * All that is coming to one person, soonest first, a page of it.
 *
 * @param page from 0
 * @param zone in which times are told
 */
record Agenda(List<Line> lines, int page, int pages, String zone) {

    /**
     * One thing that will be said.
     *
     * @param words as it would be said now, in mrkdwn
     * @param whose whom it is for, when that is not the reader; else empty
     * @param tools empty for what is no reminder
     */
    record Line(String at, String words, String whose, Optional<Tools> tools) {}
}
