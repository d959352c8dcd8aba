package dev.baton;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.baton.Rooms.BOLT;
import static dev.baton.Rooms.DATABASES;
import static dev.baton.Rooms.EVERYDAY;
import static dev.baton.Rooms.FEATURE;
import static dev.baton.Rooms.GSON;
import static dev.baton.Rooms.HOLIDAYS;
import static dev.baton.Rooms.JDBI;
import static dev.baton.Rooms.JETTY;
import static dev.baton.Rooms.METERS_AND_LOGS;
import static dev.baton.Rooms.OKHTTP;
import static dev.baton.Rooms.WEBSOCKET;
import static dev.baton.Rooms.YAML_LIBRARY;
import static dev.baton.Rooms.in;
import static dev.baton.Rooms.named;
import static dev.baton.Rooms.role;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** Who may import whom. The root package and the verbs may import everything and are imported by nobody else. */
final class ImportRules {
    private ImportRules() {}

    static List<HouseRule> all() {
        return List.of(
                row(
                        in("handbook"),
                        YAML_LIBRARY,
                        "package dev.baton.handbook; class Offender { dev.baton.account.Money m; }"),
                row(
                        in("account"),
                        in("handbook", "store").or(JDBI).or(YAML_LIBRARY).or(HOLIDAYS),
                        "package dev.baton.account; class Offender { dev.baton.notice.Owed o; }"),
                row(
                        in("store"),
                        in("watch").or(JDBI).or(DATABASES),
                        "package dev.baton.store; class Offender { dev.baton.handbook.Stage s; }"),
                row(
                        in("watch"),
                        METERS_AND_LOGS.or(JETTY),
                        "package dev.baton.watch; class Offender { dev.baton.account.Account a; }"),
                row(
                        in("notice"),
                        in("store", "account", "handbook", "watch").or(JDBI),
                        "package dev.baton.notice; class Offender { dev.baton.slack.Courier c; }"),
                row(
                        in("slack"),
                        in("account", "notice", "store", "handbook", "watch")
                                .or(BOLT)
                                .or(OKHTTP)
                                .or(GSON)
                                .or(JETTY)
                                .or(JDBI),
                        "package dev.baton.slack; class Offender { dev.baton.request.RequestFeature f; }"),
                row(
                        FEATURE,
                        in("handbook", "account", "notice", "store", "slack")
                                .or(FEATURE)
                                .or(BOLT)
                                .or(JDBI),
                        "package dev.baton.meeting; class Offender { dev.baton.Settings s; }"),
                row(
                        in("sandbox"),
                        JETTY.or(GSON).or(YAML_LIBRARY).or(WEBSOCKET),
                        "package dev.baton.sandbox; class Offender { dev.baton.slack.Courier c; }"),
                HouseRule.of(
                        "a feature never imports another feature",
                        classes().that(FEATURE).should(keepToTheirOwnFeature()),
                        "package dev.baton.meeting; class Offender { dev.baton.request.RequestFeature f; }"),
                HouseRule.of(
                        "packages have no cycles",
                        slices().matching("dev.baton.(*)..").should().beFreeOfCycles(),
                        """
                        package dev.baton.request; public class Offender { dev.baton.meeting.Other other; }
                        package dev.baton.meeting; public class Other { dev.baton.request.Offender offender; }
                        """),
                only(
                        "the sandbox is imported by the demo alone",
                        in("sandbox"),
                        in("sandbox").or(named("cli.Demo", "cli.Rehearsal", "cli.Scenario")),
                        """
                        package dev.baton.cli; class Offender { dev.baton.sandbox.Slack slack; }
                        package dev.baton.sandbox; public class Slack {}
                        """),
                only(
                        "the YAML library is imported by …Yaml and the sandbox alone",
                        YAML_LIBRARY,
                        role("Yaml").or(in("sandbox")),
                        "package dev.baton.account; class Offender { org.snakeyaml.engine.v2.api.Load load; }"),
                only(
                        "the WebSocket library is imported by the sandbox alone",
                        WEBSOCKET,
                        in("sandbox"),
                        "package dev.baton.slack; class Offender { org.java_websocket.WebSocket socket; }"),
                only(
                        "the library of holidays is imported by Holidays alone",
                        HOLIDAYS,
                        named("account.Holidays"),
                        "package dev.baton.account; class Offender { de.focus_shift.jollyday.core.HolidayManager m; }"),
                only(
                        "of the accounts only stores, acts, Accounts and People know the database",
                        in("store").or(JDBI),
                        DescribedPredicate.not(in("account"))
                                .or(role("Store"))
                                .or(named("account.Act", "account.Acts", "account.Accounts", "account.People")),
                        "package dev.baton.account; class Offender { dev.baton.store.Database d; }"));
    }

    private static HouseRule row(DescribedPredicate<JavaClass> who, DescribedPredicate<JavaClass> whom, String broken) {
        return HouseRule.of(
                who.getDescription() + " imports nothing but " + whom.getDescription(),
                classes()
                        .that(who)
                        .should()
                        .onlyDependOnClassesThat(who.or(whom).or(EVERYDAY)),
                broken);
    }

    private static HouseRule only(
            String name, DescribedPredicate<JavaClass> what, DescribedPredicate<JavaClass> who, String broken) {
        return HouseRule.of(
                name, noClasses().that(DescribedPredicate.not(who)).should().dependOnClassesThat(what), broken);
    }

    private static ArchCondition<JavaClass> keepToTheirOwnFeature() {
        return new ArchCondition<>("keep to their own feature") {
            @Override
            public void check(JavaClass each, ConditionEvents events) {
                for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass();
                    boolean kept = !FEATURE.test(target) || Rooms.part(target).equals(Rooms.part(each));
                    events.add(new SimpleConditionEvent(dependency, kept, dependency.getDescription()));
                }
            }
        };
    }
}
