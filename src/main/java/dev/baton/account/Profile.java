package dev.baton.account;

import dev.baton.handbook.Deployment;
import dev.baton.handbook.Segment;
import java.util.Map;
import java.util.Optional;

/**
 * What people may set right about an account. Whoever holds one holds the real name, so it is given only to those who may
 * edit.
 *
 * @param region the key of a region of the people file
 * @param channel the id of a Slack channel
 * @param information links, one for each place that has one
 */
public record Profile(
        String name,
        Segment segment,
        String region,
        Optional<Deployment> deployment,
        Optional<String> codename,
        Optional<Tier> tier,
        Optional<String> channel,
        Map<Information, String> information) {

    public Profile {
        information = Map.copyOf(information);
    }
}
