package dev.baton.account;

import dev.baton.handbook.Deployment;
import dev.baton.handbook.Segment;
import dev.baton.handbook.Vocabulary;
import java.util.Map;
import java.util.Optional;

/**
 * A customer, or one who may become one. An account is its Salesforce id; the name neither matches nor renames it.
 *
 * @param id 15 characters
 * @param name the customer's name; shown only by way of {@link #nameFor}
 * @param region the key of a region of the people file
 * @param codename what is said instead of the name where more people read along (handbook, Dedicated best practices)
 * @param channel the account's Slack channel, where one is linked
 * @param csm the CSM's Slack id, or {@link #SCALE}, or empty
 * @param projectUrl the collaboration project
 * @param tier what the customer subscribes to
 * @param information links, one for each place that has one
 * @param version goes up with each change
 */
public record Account(
        SalesforceId id,
        String name,
        Segment segment,
        String region,
        Optional<Deployment> deployment,
        Optional<String> codename,
        Optional<String> channel,
        Optional<String> csm,
        Phase phase,
        Optional<String> projectUrl,
        Optional<Tier> tier,
        Map<Information, String> information,
        long version) {

    /** What stands in Salesforce's CSM field when the pool of Scale CSEs serves the account (handbook 001:23). */
    public static final String SCALE = Vocabulary.POOL_MARK;

    /** Before or after the sale. */
    public enum Phase {
        PRE_SALES,
        POST_SALES
    }

    /** Who reads. */
    public enum Audience {
        /** The account's team and its managers. */
        TEAM,
        /** Everybody else, and every channel. */
        OTHERS
    }

    public Account {
        information = Map.copyOf(information);
    }

    public static Account create(SalesforceId id, String name, Segment segment, String region) {
        return new Account(
                id,
                name,
                segment,
                region,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Phase.PRE_SALES,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                0);
    }

    /** The only way to the name: a codename cannot leak where everybody asks here. */
    public String nameFor(Audience audience) {
        if (audience == Audience.TEAM) {
            return name;
        }
        if (codename.isPresent()) {
            return codename.get();
        }
        return deployment.equals(Optional.of(Deployment.DEDICATED)) ? "a Dedicated customer" : name;
    }

    /** The id alone: what a log or an exception prints is read by many. */
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }

    /** The CSM when it is a person. */
    public Optional<String> csmPerson() {
        return csm.filter(id -> !id.equals(SCALE));
    }

    /** What is typed about an account each time it is asked for. */
    public Account with(
            Segment newSegment, String newRegion, Optional<Deployment> newDeployment, Optional<String> url) {
        return new Account(
                id,
                name,
                newSegment,
                newRegion,
                newDeployment.or(() -> deployment),
                codename,
                channel,
                csm,
                phase,
                url.or(() -> projectUrl),
                tier,
                information,
                version);
    }

    /** The same as the one that is kept under this version, to be saved in its place. */
    public Account at(long kept) {
        return new Account(
                id,
                name,
                segment,
                region,
                deployment,
                codename,
                channel,
                csm,
                phase,
                projectUrl,
                tier,
                information,
                kept);
    }

    public Account withCsm(String person) {
        return new Account(
                id,
                name,
                segment,
                region,
                deployment,
                codename,
                channel,
                Optional.of(person),
                phase,
                projectUrl,
                tier,
                information,
                version);
    }

    /** The same, before or after the sale. */
    public Account in(Phase newPhase) {
        return new Account(
                id,
                name,
                segment,
                region,
                deployment,
                codename,
                channel,
                csm,
                newPhase,
                projectUrl,
                tier,
                information,
                version);
    }

    /** Whether others than the team read another name, or none. */
    public boolean confidential() {
        return codename.isPresent() || deployment.equals(Optional.of(Deployment.DEDICATED));
    }

    /** What people may set right, as it is; the real name is in it. */
    public Profile profile() {
        return new Profile(name, segment, region, deployment, codename, tier, channel, information);
    }

    /** The same account, set right. */
    public Account with(Profile right) {
        return new Account(
                id,
                right.name(),
                right.segment(),
                right.region(),
                right.deployment(),
                right.codename(),
                right.channel(),
                csm,
                phase,
                projectUrl,
                right.tier(),
                right.information(),
                version);
    }
}
