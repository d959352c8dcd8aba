package dev.baton;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.baton.Rooms.BOLT;
import static dev.baton.Rooms.EVERYDAY;
import static dev.baton.Rooms.FEATURE;
import static dev.baton.Rooms.JAVA_SQL;
import static dev.baton.Rooms.JDBI;
import static dev.baton.Rooms.JETTY;
import static dev.baton.Rooms.NOUN_OF_A_FEATURE;
import static dev.baton.Rooms.in;
import static dev.baton.Rooms.library;
import static dev.baton.Rooms.named;
import static dev.baton.Rooms.role;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.baton.account.Account;
import java.util.List;
import java.util.Set;

/** What each role may touch, and what nobody does. */
final class RoleRules {
    private static final DescribedPredicate<JavaClass> SQL_IS_AT_HOME =
            role("Store").or(in("store"));
    private static final DescribedPredicate<JavaClass> SLACK_IS_AT_HOME =
            role("Screens", "Listener", "Feature").or(named("Wiring")).or(in("slack"));
    private static final DescribedPredicate<JavaClass> DRAWN = role("Screens").or(FEATURE.and(role("Words")));
    private static final DescribedPredicate<JavaClass> HANDLE = library("Handle", "org.jdbi.v3.core.Handle");
    private static final DescribedPredicate<JavaClass> CLIENT = library(
                    "the Slack client",
                    "com.slack.api.Slack",
                    "com.slack.api.methods.",
                    "com.slack.api.webhook.",
                    "com.slack.api.app_backend.interactive_components.ActionResponseSender")
            // Bolt's own handlers declare it, so whoever passes a gesture on has to.
            .and(not(library("its exception", "com.slack.api.methods.SlackApiException")));
    private static final Set<String> CLOCKS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.time.InstantSource.system",
            "java.util.Date.<init>",
            "java.util.Calendar.getInstance");

    private RoleRules() {}

    static List<HouseRule> all() {
        return List.of(
                HouseRule.of(
                        "SQL stands only in stores and in store",
                        noClasses().that(not(SQL_IS_AT_HOME)).should().accessTargetWhere(owner(JDBI)),
                        """
                        package dev.baton.request; class OffenderDesk {
                            void sweep(org.jdbi.v3.core.Handle handle) { handle.execute("DELETE FROM csm_request"); } }
                        """),
                only(
                        "of JDBI others than stores know the handle alone",
                        JDBI.and(not(HANDLE)).or(JAVA_SQL),
                        SQL_IS_AT_HOME,
                        "package dev.baton.request; class OffenderDesk { java.sql.ResultSet row; }"),
                only(
                        "Slack's types stand only in screens, listeners, features, Wiring and slack",
                        BOLT,
                        SLACK_IS_AT_HOME.or(in("sandbox")),
                        "package dev.baton.notice; class Offender { com.slack.api.model.view.View view; }"),
                only("the Slack client is called from slack alone", CLIENT, in("slack"), """
                        package dev.baton.request; class OffenderListener {
                            void say(com.slack.api.methods.MethodsClient client) throws Exception {
                                client.chatPostMessage(message -> message.text("psst")); } }
                        """),
                HouseRule.of(
                        // Two programs, each with its main class: the sandbox knows nothing of Baton.
                        "the wall clock is read in Main and SandboxMain alone",
                        noClasses()
                                .that(not(named("Main", "sandbox.SandboxMain")))
                                .should()
                                .accessTargetWhere(readsTheWallClock()),
                        """
                        package dev.baton.request; class Offender {
                            java.util.function.Supplier<java.time.Instant> clock = java.time.Instant::now; }
                        """),
                HouseRule.of(
                        "screens only draw",
                        noClasses().that(DRAWN).should().dependOnClassesThat(notForScreens()),
                        "package dev.baton.request; class OffenderScreens { java.time.InstantSource clock; }"),
                HouseRule.of(
                        "a feature has one public face",
                        classes()
                                .that(FEATURE)
                                .and()
                                .areTopLevelClasses()
                                .and()
                                .arePublic()
                                .should(beTheOnlyFace()),
                        """
                        package dev.baton.meeting; public class Offender {}
                        package dev.baton.meeting; public class MeetingFeature {}
                        """),
                HouseRule.of(
                        "desks know nothing of Slack and no screens",
                        noClasses()
                                .that(role("Desk"))
                                .should()
                                .dependOnClassesThat(BOLT.or(in("slack")).or(role("Screens", "Listener"))),
                        "package dev.baton.request; class OffenderDesk { dev.baton.slack.Form form; }"),
                HouseRule.of(
                        "listeners leave the database to their desk",
                        noClasses()
                                .that(role("Listener"))
                                .should()
                                .dependOnClassesThat(
                                        role("Store").or(in("store")).or(JDBI)),
                        "package dev.baton.request; class OffenderListener { dev.baton.account.AccountStore store; }"),
                HouseRule.of(
                        "stores know nothing of Slack",
                        noClasses()
                                .that(role("Store"))
                                .should()
                                .dependOnClassesThat(BOLT.or(JETTY).or(in("slack"))),
                        "package dev.baton.request; class OffenderStore { dev.baton.slack.Courier courier; }"),
                HouseRule.of(
                        "a feature's nouns decide with nouns alone",
                        classes()
                                .that(NOUN_OF_A_FEATURE.and(not(named("request.Intake", "scale.Intake"))))
                                .should()
                                .onlyDependOnClassesThat(forNouns()),
                        "package dev.baton.request; class Offender { dev.baton.slack.Form form; }"),
                HouseRule.of(
                        "Intake may read a form besides",
                        classes()
                                .that(named("request.Intake", "scale.Intake"))
                                .should()
                                .onlyDependOnClassesThat(forNouns().or(named("slack.Form"))),
                        "package dev.baton.request; class Intake { dev.baton.slack.Courier offender; }"),
                HouseRule.of(
                        "an account's name is asked for by nameFor",
                        noClasses().that(not(in("account"))).should().accessTargetWhere(readsTheName()),
                        """
                        package dev.baton.request; class Offender {
                            java.util.function.Function<dev.baton.account.Account, String> leak =
                                dev.baton.account.Account::name; }
                        """),
                HouseRule.of(
                        "no class is named for being useful",
                        noClasses().should().haveNameMatching(".*(Service|Helper|Utils?|Impl|Manager)(\\$.*)?"),
                        "package dev.baton.request; class OffenderHelper {}"));
    }

    private static HouseRule only(
            String name, DescribedPredicate<JavaClass> what, DescribedPredicate<JavaClass> who, String broken) {
        return HouseRule.of(name, noClasses().that(not(who)).should().dependOnClassesThat(what), broken);
    }

    private static DescribedPredicate<JavaClass> notForScreens() {
        return library("clocks", "java.time.InstantSource", "java.time.Clock")
                .or(named("account.Act", "account.Acts", "account.Accounts", "account.People"))
                .or(JDBI)
                .or(JAVA_SQL)
                .or(role("Store", "Desk", "Listener"))
                .or(in("store"))
                .or(CLIENT)
                .or(library("Bolt", "com.slack.api.bolt."))
                .or(named("slack.Courier", "slack.SlackApi"));
    }

    /** Acts carry a transaction, so a noun that knew them could write. */
    private static DescribedPredicate<JavaClass> forNouns() {
        return NOUN_OF_A_FEATURE
                .or(in("handbook"))
                .or(in("account")
                        .and(not(role("Store")
                                .or(named("account.Act", "account.Acts", "account.Accounts", "account.People")))))
                .or(named("notice.Owed"))
                .or(EVERYDAY.and(not(JAVA_SQL)));
    }

    private static DescribedPredicate<JavaAccess<?>> owner(DescribedPredicate<JavaClass> whose) {
        return describe(
                "of " + whose.getDescription(),
                access -> whose.test(access.getTarget().getOwner()));
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheName() {
        return describe(
                "Account.name",
                access -> access.getTarget().getOwner().isEquivalentTo(Account.class)
                        && access.getTarget().getName().equals("name"));
    }

    /** A {@code now} that is given its clock reads no other. */
    private static DescribedPredicate<JavaAccess<?>> readsTheWallClock() {
        return describe("the wall clock", access -> {
            String owner = access.getTarget().getOwner().getName();
            String name = access.getTarget().getName();
            if (name.equals("now") && owner.startsWith("java.time.")) {
                return !takes(access, "java.time.Clock");
            }
            if (owner.equals("java.util.Date") && takes(access, "long")) {
                return false;
            }
            return CLOCKS.contains(owner + "." + name)
                    || (owner.equals("java.time.Clock") && (name.startsWith("system") || name.startsWith("tick")));
        });
    }

    private static boolean takes(JavaAccess<?> access, String type) {
        return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream()
                        .anyMatch(each -> each.getName().equals(type));
    }

    private static ArchCondition<JavaClass> beTheOnlyFace() {
        return new ArchCondition<>("be its package's only public class, and a …Feature") {
            @Override
            public void check(JavaClass each, ConditionEvents events) {
                long faces = each.getPackage().getClasses().stream()
                        .filter(one ->
                                one.isTopLevelClass() && one.getModifiers().contains(JavaModifier.PUBLIC))
                        .count();
                boolean face = role("Feature").test(each) && faces == 1;
                events.add(new SimpleConditionEvent(each, face, each.getName() + " is public"));
            }
        };
    }
}
