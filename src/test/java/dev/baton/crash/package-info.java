/**
 * What only a real process can show: it is killed, stopped, cut off and started again, beside a Slack that fails, and what
 * people got is counted by Slack's ledger. These tests know the database and Slack from outside; of Baton's inside they know
 * the names of its steps.
 *
 * <p>Every fault that must neither lose nor double a message, what happens, and where that is proven:
 *
 * <table>
 * <caption>Faults</caption>
 * <tr><th>fault</th><th>behaviour</th><th>proven by</th></tr>
 * <tr><td>killed before a gesture's commit</td><td>no effect; Slack shows trouble, and a second press has the effect</td>
 *     <td>{@code crash.HaltTest#lost_at_any_step_it_says_everything_once_and_shows_the_last_state}</td></tr>
 * <tr><td>killed after the commit, before the answer</td><td>a second press gets the answer and has no second effect</td>
 *     <td>{@code crash.HaltTest#lost_at_any_step_it_says_everything_once_and_shows_the_last_state}</td></tr>
 * <tr><td>killed in claim, after claim, before the call, after Slack accepted, in record, after record</td><td>freed at the
 *     start or when the lease ends, looked up past the call's time, said once; the same for updates</td>
 *     <td>{@code crash.HaltTest#lost_at_any_step_it_says_everything_once_and_shows_the_last_state}</td></tr>
 * <tr><td>killed before or after looking an unclear try up</td><td>looked up again</td>
 *     <td>{@code crash.HaltTest#lost_at_any_step_it_says_everything_once_and_shows_the_last_state}</td></tr>
 * <tr><td>killed between two migrations or within one</td><td>the next start goes on after the last that was committed</td>
 *     <td>{@code crash.MigratingTest#lost_while_it_migrates_the_next_one_goes_on}</td></tr>
 * <tr><td>killed at a random moment, requests coming in, Slack failing</td><td>all said once</td>
 *     <td>{@code crash.KillTest#killed_at_random_moments_while_requests_come_in_it_says_everything_once}</td></tr>
 * <tr><td>killed with the waits of real life</td><td>the same, eleven seconds later</td>
 *     <td>{@code crash.CrashTest#killed_at_any_moment_it_says_everything_once_after_the_next_start}</td></tr>
 * <tr><td>killed while a backup is written or put back (BACKING_UP, BACKED_UP, RESTORING, RESTORED)</td><td>the old
 *     database or the new one, whole</td>
 *     <td>{@code cli.BackupAndRestoreTest#a_restore_that_is_killed_leaves_the_old_database_or_the_new_one_reconciled}</td>
 *     </tr>
 * <tr><td>restored from a backup</td><td>what was owed then is looked up first; said once</td>
 *     <td>{@code
 *     story.RestoreStoryTest#of_what_the_backup_knew_nothing_is_lost_and_nothing_is_said_twice}</td></tr>
 * <tr><td>power fails after a commit</td><td>what was committed is there</td>
 *     <td>{@code store.SqliteFileTest#each_change_is_forced_to_the_disk_and_stands_in_the_files_when_it_returns}</td></tr>
 * <tr><td>SIGTERM in the middle of calls</td><td>the calls end and are recorded, exit 0 within ten seconds</td>
 *     <td>{@code
 *     crash.CrashTest#told_to_stop_it_finishes_and_started_while_slack_is_down_it_waits_and_then_says_what_it_owes}</td></tr>
 * <tr><td>SIGSTOP past the lease, alone</td><td>said once when it wakes</td>
 *     <td>{@code crash.PauseTest#stopped_beyond_its_lease_in_the_middle_of_a_call_it_says_everything_once}</td></tr>
 * <tr><td>one of two stopped at any step, past its lease; also within a change, holding rows</td><td>the other takes over;
 *     the first sends nothing when it wakes</td>
 *     <td>{@code crash.PauseTest#of_two_on_one_database_one_is_stopped_and_the_other_takes_over}</td></tr>
 * <tr><td>one of two stopped between the last look at its lease and the wire</td><td>the one admitted double; no more than
 *     what had come so far</td>
 *     <td>{@code crash.PauseTest#only_who_is_stopped_between_the_lease_and_the_wire_may_say_it_twice}</td></tr>
 * <tr><td>two cut off from PostgreSQL in the middle</td><td>both go on when it is back</td>
 *     <td>{@code crash.PauseTest#two_that_lose_their_connections_to_the_database_go_on_when_it_is_back}</td></tr>
 * <tr><td>a second process on the same SQLite file</td><td>refused by name, exit 1</td>
 *     <td>{@code store.SqliteFileTest#a_second_baton_on_the_same_file_is_refused_by_name} {@code
 *     crash.CrashTest#told_to_stop_it_finishes_and_started_while_slack_is_down_it_waits_and_then_says_what_it_owes}</td></tr>
 * <tr><td>SQLite busy: a foreign writer holds the file</td><td>changes wait, and happen once</td>
 *     <td>{@code crash.SlackFaultsTest#while_somebody_else_holds_the_file_changes_wait_and_then_happen_once}</td></tr>
 * <tr><td>disk full</td><td>that change is refused and no other</td>
 *     <td>{@code store.SqliteWriterTest#a_full_disk_refuses_the_change_and_no_other}</td></tr>
 * <tr><td>corrupt file</td><td>refused at start and left as it is</td>
 *     <td>{@code store.SqliteFileTest#a_damaged_database_is_refused_and_left_byte_by_byte_as_it_is}</td></tr>
 * <tr><td>the database fails after Slack accepted</td><td>looked up later, said once</td>
 *     <td>{@code notice.OwnFailureTest#a_database_that_fails_after_slack_accepted_loses_nothing_and_doubles_nothing}</td></tr>
 * <tr><td>business clock forward and back</td><td>a reminder is said once</td>
 *     <td>{@code crash.ClockTest#a_reminder_comes_once_at_its_local_time_however_the_clock_jumps}</td></tr>
 * <tr><td>business clock back between claim and call</td><td>not sent by the old claim, so that a look-up reaches back
 *     far enough</td>
 *     <td>{@code notice.TimeAndRoomTest#when_the_clock_is_set_back_between_claim_and_call_nothing_is_sent_by_the_old_one}
 *     </td></tr>
 * <tr><td>machine clock back</td><td>nobody is kept waiting for an hour</td>
 *     <td>{@code notice.PaceTest#a_clock_that_is_set_back_closes_nobody_for_an_hour}</td></tr>
 * <tr><td>DST gap and overlap between anchor and reminder</td><td>the same local time</td>
 *     <td>{@code crash.ClockTest#a_reminder_comes_once_at_its_local_time_however_the_clock_jumps}</td></tr>
 * <tr><td>a local time that does not exist, or twice</td><td>the later one; the first</td>
 *     <td>{@code account.WorkTimeTest#a_time_that_the_clocks_skip_is_the_later_one_and_one_they_show_twice_is_the_first}</td>
 *     </tr>
 * <tr><td>changed while pending</td><td>said as it is then</td>
 *     <td>{@code notice.KeepingTrueTest#what_is_touched_before_it_is_said_is_said_as_it_is_and_needs_no_update}</td></tr>
 * <tr><td>changed while claimed or just being sent</td><td>brought up to date after the post</td>
 *     <td>{@code notice.KeepingTrueTest#what_is_touched_while_it_is_said_is_updated_after_the_post}</td></tr>
 * <tr><td>changed while a try is unclear</td><td>found, then brought up to date</td>
 *     <td>{@code notice.KeepingTrueTest#what_is_touched_while_a_try_is_unclear_is_true_once_it_is_found}</td></tr>
 * <tr><td>withdrawn before the call</td><td>not said</td>
 *     <td>{@code notice.OwingTest#what_is_withdrawn_or_moved_between_claim_and_call_is_not_said}</td></tr>
 * <tr><td>withdrawn during the call, or while a try is unclear</td><td>looked for, shown as settled</td>
 *     <td>{@code notice.OwingTest#what_is_withdrawn_during_the_call_stands_and_is_shown_as_settled} {@code
 *     notice.OwingTest#what_is_withdrawn_while_a_try_is_unclear_is_found_and_shown_as_settled} {@code
 *     notice.OwingTest#what_is_withdrawn_under_the_hands_of_one_who_is_gone_is_found_and_shown_as_settled}</td></tr>
 * <tr><td>a reader's zone changes while something is owed</td><td>due at the local time of the new place; what was said is
 *     not said again</td>
 *     <td>{@code notice.RecountTest#what_is_still_to_come_follows_its_reader} {@code
 *     notice.RecountTest#what_was_said_is_not_said_again} {@code
 *     story.SettingsStoryTest#maya_flies_to_tokyo_on_a_friday_evening_and_five_nudges_follow_her}</td></tr>
 * <tr><td>the same in claim, while Slack takes it, while a try is unclear</td><td>not sent by the old claim; the message is
 *     kept true, and comes again at the new time; looked for and said once</td>
 *     <td>{@code notice.RecountTest#in_claim_it_is_not_said_any_more_and_said_once_at_its_new_time} {@code
 *     notice.RecountTest#while_slack_takes_it_the_message_is_kept_true_and_it_is_said_at_its_new_time_too} {@code
 *     notice.RecountTest#while_a_try_is_unclear_it_stays_and_is_found_and_kept_true}</td></tr>
 * <tr><td>quiet hours, working days or time off change</td><td>what is owed is due when they say now, also to those for whom
 *     that person stands in</td>
 *     <td>{@code notice.RecountTest#other_quiet_hours_move_it_as_well} {@code
 *     notice.RecountTest#and_so_do_days_off_on_which_nobody_reads_it} {@code
 *     account.PeopleTest#the_hours_of_whoever_reads_count} {@code
 *     story.SettingsStoryTest#maya_lets_reminders_come_later_in_the_day_and_reads_when_the_next_ones_come}</td></tr>
 * <tr><td>snoozed twice</td><td>the last wish counts</td>
 *     <td>{@code notice.SnoozeTest#of_two_wishes_the_last_counts}</td></tr>
 * <tr><td>snoozed, and then owed anew or counted anew</td><td>the later of rule and wish</td>
 *     <td>{@code notice.SnoozeTest#whoever_owes_it_again_does_not_undo_the_wish} {@code
 *     notice.SnoozeTest#nor_does_another_zone_of_the_readers}</td></tr>
 * <tr><td>snoozed while a try is unclear</td><td>looked for first; said then, once more or for the first time</td>
 *     <td>{@code notice.SnoozeTest#put_off_while_a_try_is_unclear_it_is_looked_for_first_and_said_once_more_then} {@code
 *     notice.SnoozeTest#put_off_while_a_try_is_unclear_that_had_not_got_through_it_is_said_then_alone}</td></tr>
 * <tr><td>snoozed in claim, or in claim by a process that is gone</td><td>said at that time, once</td>
 *     <td>{@code notice.SnoozeTest#put_off_in_claim_it_is_not_said_before_its_time} {@code
 *     notice.SnoozeTest#put_off_in_claim_by_a_process_that_is_gone_it_is_neither_lost_nor_doubled}</td></tr>
 * <tr><td>snoozed while Slack takes it</td><td>the message shows it, and it comes again</td>
 *     <td>{@code notice.SnoozeTest#put_off_while_slack_takes_it_it_comes_again_and_the_message_shows_it}</td></tr>
 * <tr><td>Slack delivers a snooze again</td><td>put off once, from the first press on</td>
 *     <td>{@code story.ReminderStoryTest#what_slack_delivers_again_puts_off_once}</td></tr>
 * <tr><td>reminders become one message, lost after the claim or after Slack took it</td><td>said once, together</td>
 *     <td>{@code notice.MergingTest#lost_after_the_claim_it_is_said_once} {@code
 *     notice.MergingTest#lost_after_slack_has_taken_it_it_is_found_and_not_said_again} {@code
 *     crash.RemindersTest#lost_while_two_reminders_become_one_message_it_says_both_once}</td></tr>
 * <tr><td>one of several in a message is touched, withdrawn or put off meanwhile</td><td>the message shows it; what was put
 *     off comes by itself</td>
 *     <td>{@code
 *     notice.MergingTest#what_is_touched_or_withdrawn_while_the_message_is_on_its_way_is_true_afterwards} {@code
 *     notice.MergingTest#one_that_is_put_off_leaves_and_comes_by_itself}</td></tr>
 * <tr><td>who stands in changes while a try is unclear</td><td>looked for where it went; what had not got through goes to
 *     whoever is there then</td>
 *     <td>{@code notice.ReadersTest#an_unclear_try_is_looked_for_where_it_went_although_she_is_back} {@code
 *     notice.ReadersTest#an_unclear_try_that_never_came_through_goes_to_whoever_is_there_then}</td></tr>
 * <tr><td>a reader leaves</td><td>not even tried; whoever stands in is told, and nobody misses what concerned the leaver
 *     alone</td>
 *     <td>{@code notice.StandInTest#who_has_left_is_not_even_tried_and_the_stand_in_is_told} {@code
 *     notice.StandInTest#what_concerns_a_leaver_alone_ends_without_a_word_also_where_they_had_talked_before}</td></tr>
 * <tr><td>Slack delivers a gesture again</td><td>the same answer, no second effect</td>
 *     <td>{@code story.CompanyTest#what_slack_delivers_twice_is_done_once}</td></tr>
 * <tr><td>429 with Retry-After</td><td>waits as long; due time and attempts stay</td>
 *     <td>{@code notice.TryingTest#a_definite_no_waits_as_long_as_slack_asks_and_leaves_due_time_and_attempts_alone} {@code
 *     crash.SlackFaultsTest#however_slack_fails_everything_is_said_once_and_shows_the_last_state}</td></tr>
 * <tr><td>500, time-out, dropped before, dropped after accepting, garbage</td><td>unclear: wait, look, resend</td>
 *     <td>{@code slack.CourierTest#silence_a_server_error_and_garbage_are_unclear} {@code
 *     crash.SlackFaultsTest#however_slack_fails_everything_is_said_once_and_shows_the_last_state}</td></tr>
 * <tr><td>the look-up fails</td><td>nothing is sent, the doubt remains</td>
 *     <td>{@code notice.TryingTest#while_nobody_can_look_nothing_is_sent_and_the_doubt_remains}</td></tr>
 * <tr><td>channel_not_found, is_archived, not_in_channel, user_disabled, msg_too_long, invalid_blocks</td><td>dead</td>
 *     <td>{@code slack.CourierTest#what_slack_will_never_take_is_dead}</td></tr>
 * <tr><td>a person who can never be reached, or is deactivated</td><td>dead, and the one who stands in is told</td>
 *     <td>{@code slack.CourierTest#a_person_is_talked_to_alone_and_one_who_has_left_not_at_all} {@code
 *     notice.StandInTest#the_stand_in_gets_the_same_card_once_and_it_is_kept_true}</td></tr>
 * <tr><td>invalid_auth, token_revoked, account_inactive</td><td>pause, keep, unready; goes on when it works</td>
 *     <td>{@code slack.CourierTest#what_fails_for_the_whole_workspace_pauses_and_makes_unready} {@code
 *     crash.SlackFaultsTest#while_slack_refuses_the_token_it_keeps_everything_is_unready_and_then_goes_on}</td></tr>
 * <tr><td>Slack down at the start</td><td>alive, unready, says why; then all is said</td>
 *     <td>{@code
 *     crash.CrashTest#told_to_stop_it_finishes_and_started_while_slack_is_down_it_waits_and_then_says_what_it_owes}</td></tr>
 * <tr><td>Slack goes down midway</td><td>a definite no each time; then all is said</td>
 *     <td>{@code crash.SlackFaultsTest#slack_goes_down_for_a_while_and_nothing_is_lost}</td></tr>
 * </table>
 */
@NullMarked
package dev.baton.crash;

import org.jspecify.annotations.NullMarked;
