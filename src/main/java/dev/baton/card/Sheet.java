package dev.baton.card;

import dev.baton.account.Information;
import dev.baton.account.Money;
import dev.baton.account.Opportunity;
import dev.baton.account.Profile;
import dev.baton.account.Tier;
import dev.baton.handbook.Deployment;
import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything about an account that people may set right, by field, each value in its one spelling; blank where there is none.
 * Two sheets of one account are compared field by field, so that two people who edit at once do not undo each other.
 */
record Sheet(Map<String, String> values) {
    static final String NAME = "account_name";
    static final String SEGMENT = "segment";
    static final String REGION = "region";
    static final String DEPLOYMENT = "deployment";
    static final String CODENAME = "codename";
    static final String TIER = "tier";
    static final String CHANNEL = "channel";
    static final String ARR = "arr";
    static final String LAM = "lam";

    /** The roles that stand on the form. The CSM is not among them: a CSM is assigned by the manager, not typed. */
    static final List<Role> ROLES =
            List.of(Role.SAE, Role.AE, Role.SMB_ADVOCATE, Role.SA, Role.SERVICING_SA, Role.PSE, Role.SDR);

    Sheet {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static String field(Information place) {
        return "information." + place.name();
    }

    static String field(Role role) {
        return "team." + role.name();
    }

    /** As it is now; without an opportunity there are no amounts to set right. */
    static Sheet of(Profile profile, Map<Role, String> team, Optional<Opportunity> opportunity) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(NAME, profile.name());
        values.put(SEGMENT, profile.segment().name());
        values.put(REGION, profile.region());
        values.put(DEPLOYMENT, profile.deployment().map(Enum::name).orElse(""));
        values.put(CODENAME, profile.codename().orElse(""));
        values.put(TIER, profile.tier().map(Enum::name).orElse(""));
        values.put(CHANNEL, profile.channel().orElse(""));
        for (Information place : Information.values()) {
            values.put(field(place), profile.information().getOrDefault(place, ""));
        }
        ROLES.forEach(role -> values.put(field(role), team.getOrDefault(role, "")));
        opportunity.ifPresent(deal -> {
            values.put(ARR, deal.arr().map(Money::toString).orElse(""));
            values.put(LAM, deal.lam().toString());
        });
        return new Sheet(values);
    }

    /** Of an account that is not there yet. */
    static Sheet blank(String name, String region, Map<Role, String> team) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(NAME, name);
        values.put(REGION, region);
        team.forEach((role, person) -> values.put(field(role), person));
        return new Sheet(values);
    }

    String get(String field) {
        return values.getOrDefault(field, "");
    }

    Optional<String> said(String field) {
        return Optional.of(get(field)).filter(value -> !value.isEmpty());
    }

    /**
     * What results when this is what somebody typed, on a form that showed {@code stamp}, and {@code now} is how it stands.
     * A field nobody touched on the form stays as it is now; one that was touched counts as typed, unless somebody else has
     * changed it meanwhile to something else.
     */
    Merged onto(Sheet now, Stamp stamp) {
        Map<String, String> result = new LinkedHashMap<>(now.values);
        List<String> overtaken = new ArrayList<>();
        now.values.forEach((field, current) -> {
            String typed = get(field);
            if (!values.containsKey(field) || stamp.showed(field, typed)) {
                return;
            }
            boolean same = Objects.equals(typed, current);
            if (!same && !stamp.showed(field, current)) {
                overtaken.add(field);
            }
            result.put(field, typed);
        });
        return new Merged(new Sheet(result), overtaken);
    }

    /**
     * Two people's changes in one.
     *
     * @param overtaken the fields in which they contradict each other
     */
    record Merged(Sheet sheet, List<String> overtaken) {}

    Profile profile() {
        Map<Information, String> links = new EnumMap<>(Information.class);
        for (Information place : Information.values()) {
            said(field(place)).ifPresent(link -> links.put(place, link));
        }
        return new Profile(
                get(NAME),
                Segment.valueOf(get(SEGMENT)),
                get(REGION),
                said(DEPLOYMENT).map(Deployment::valueOf),
                said(CODENAME),
                said(TIER).map(Tier::valueOf),
                said(CHANNEL),
                links);
    }

    /** The same deal with these amounts. */
    Opportunity on(Opportunity deal) {
        Optional<Money> arr = said(ARR).flatMap(Money::parse);
        Money lam = said(LAM).flatMap(Money::parse).orElse(deal.lam());
        return new Opportunity(deal.id(), deal.account(), deal.stage(), deal.closeDate(), lam, arr, deal.version());
    }
}
