package dev.baton.coming;

import java.util.List;

/**
 * What can be done about one reminder.
 *
 * @param id of its notice
 * @param snoozes the ways to put it off that still make sense
 * @param date whether it can be put off to a date of one's own
 * @param done whether it can be said to be done
 * @param note what has to be said of its time: that it is late, or put off; may be empty
 */
record Tools(long id, List<Snooze> snoozes, boolean date, boolean done, String note) {}
