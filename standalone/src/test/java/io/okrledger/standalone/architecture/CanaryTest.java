package io.okrledger.standalone.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.okrledger.standalone.architecture.CommandSideRules.AGGREGATES_KNOW_NO_WEB_AND_NO_MONGODB;
import static io.okrledger.standalone.architecture.CommandSideRules.FEATURES_ARE_INDEPENDENT;
import static io.okrledger.standalone.architecture.CommandSideRules.ONLY_CONTROLLERS_AND_SUPPORT_TOUCH_THE_WEB;
import static io.okrledger.standalone.architecture.CommandSideRules.ONLY_THE_MEMORY_OF_AN_AUTOMATION_TOUCHES_MONGODB;
import static io.okrledger.standalone.architecture.CommandSideRules.WHAT_DECIDES_KNOWS_NEITHER_TIME_NOR_CHANCE;
import static io.okrledger.standalone.architecture.EventRules.EVENTS_ARE_RECORDS_OF_ONE_SEALED_STREAM;
import static io.okrledger.standalone.architecture.HouseRules.EVENT_HANDLERS_ARE_IN_PROJECTIONS_AND_AUTOMATIONS;
import static io.okrledger.standalone.architecture.HouseRules.EVERY_PACKAGE_IS_NULL_MARKED;
import static io.okrledger.standalone.architecture.HouseRules.NAMES_SAY_WHAT_A_THING_IS;
import static io.okrledger.standalone.architecture.HouseRules.NO_FIELD_INJECTION;
import static io.okrledger.standalone.architecture.HouseRules.QUERY_HANDLERS_ARE_IN_QUERIES;
import static io.okrledger.standalone.architecture.HouseRules.TIME_COMES_FROM_THE_CLOCK;
import static io.okrledger.standalone.architecture.HouseRules.TRAPS_OF_AXON_ARE_AVOIDED;
import static io.okrledger.standalone.architecture.ModuleRules.ARITHMETIC_KNOWS_NO_EVENT;
import static io.okrledger.standalone.architecture.ModuleRules.COMMAND_SIDE_KNOWS_EVENTS_AND_LOG;
import static io.okrledger.standalone.architecture.ModuleRules.EMBEDDED_STORE_KNOWS_NO_OKR_WORD;
import static io.okrledger.standalone.architecture.ModuleRules.EVENTS_KNOW_ONLY_THE_JDK_AND_ANNOTATIONS;
import static io.okrledger.standalone.architecture.ModuleRules.LOG_KNOWS_NO_OKR_WORD;
import static io.okrledger.standalone.architecture.ModuleRules.NO_PACKAGE_CYCLES;
import static io.okrledger.standalone.architecture.ModuleRules.QUERY_SIDE_KNOWS_EVENTS_AND_LOG;
import static io.okrledger.standalone.architecture.QuerySideRules.ONLY_CONTROLLERS_AND_HTTP_TOUCH_THE_WEB;
import static io.okrledger.standalone.architecture.QuerySideRules.ONLY_PROJECTIONS_QUERIES_AND_THE_VIEW_STORE_TOUCH_MONGODB;
import static io.okrledger.standalone.architecture.QuerySideRules.THE_QUERY_SIDE_SENDS_NO_COMMAND;
import static io.okrledger.standalone.architecture.VisibilityRules.PUBLIC_IS_WHAT_ANOTHER_PACKAGE_NEEDS;
import static io.okrledger.standalone.architecture.VisibilityRules.WHAT_A_FRAMEWORK_CALLS_IS_PACKAGE_PRIVATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the rules against code that breaks them. The canaries live in {@code canary.okrledger}, laid out like the real
 * packages; it is out of reach of every component scan.
 */
class CanaryTest {

    private static final JavaClasses CANARIES = new ClassFileImporter().importPackages("canary.okrledger");

    private static final List<Class<?>> ALL_RULES = List.of(
            ModuleRules.class,
            EventRules.class,
            CommandSideRules.class,
            QuerySideRules.class,
            VisibilityRules.class,
            HouseRules.class);

    static Stream<Arguments> canaries() {
        return Stream.of(
                caught(EVENTS_KNOW_ONLY_THE_JDK_AND_ANNOTATIONS, "events.WellConnectedWord", "log.LogOfGoals"),
                caught(EVENTS_KNOW_ONLY_THE_JDK_AND_ANNOTATIONS, "events.WellConnectedWord", "org.axonframework"),
                caught(ARITHMETIC_KNOWS_NO_EVENT, "events.scoring.ScoreOfAnEvent", "GoalDreamt"),
                caught(ARITHMETIC_KNOWS_NO_EVENT, "events.calendar.WeekOfAnEvent", "GoalDreamt"),
                caught(LOG_KNOWS_NO_OKR_WORD, "log.LogOfGoals", "GoalDreamt"),
                caught(LOG_KNOWS_NO_OKR_WORD, "log.LogOfGoals", "embedded.StoreOfGoals"),
                caught(EMBEDDED_STORE_KNOWS_NO_OKR_WORD, "embedded.StoreOfGoals", "GoalDreamt"),
                caught(COMMAND_SIDE_KNOWS_EVENTS_AND_LOG, "command.goal.GoalWords", "query.goals.GoalView"),
                caught(COMMAND_SIDE_KNOWS_EVENTS_AND_LOG, "command.goal.GoalWords", "embedded.StoreOfGoals"),
                caught(QUERY_SIDE_KNOWS_EVENTS_AND_LOG, "query.goals.GoalView", "command.goal.GoalWords"),
                caught(NO_PACKAGE_CYCLES, "query.chicken.Chicken", "query.egg.Egg"),
                caught(EVENTS_ARE_RECORDS_OF_ONE_SEALED_STREAM, "events.goal.GoalMuddled", "is no record"),
                caught(EVENTS_ARE_RECORDS_OF_ONE_SEALED_STREAM, "events.cycle.CycleDrifted", "of no stream"),
                caught(EVENTS_ARE_RECORDS_OF_ONE_SEALED_STREAM, "events.team.TeamGuessed", "of an open stream"),
                caught(FEATURES_ARE_INDEPENDENT, "command.goal.Goal", "command.team.TeamMemory"),
                caught(FEATURES_ARE_INDEPENDENT, "command.support.Ids", "command.goal.GoalWords"),
                caught(AGGREGATES_KNOW_NO_WEB_AND_NO_MONGODB, "command.goal.Goal", "HttpStatus"),
                caught(AGGREGATES_KNOW_NO_WEB_AND_NO_MONGODB, "command.goal.Goal", "MongoDatabase"),
                caught(WHAT_DECIDES_KNOWS_NEITHER_TIME_NOR_CHANCE, "command.goal.Goal", "java.time.Clock"),
                caught(WHAT_DECIDES_KNOWS_NEITHER_TIME_NOR_CHANCE, "command.goal.Goal", "UUID.randomUUID"),
                caught(WHAT_DECIDES_KNOWS_NEITHER_TIME_NOR_CHANCE, "command.goal.Goal", "SecureRandom"),
                caught(WHAT_DECIDES_KNOWS_NEITHER_TIME_NOR_CHANCE, "command.goal.Goal", "com.fasterxml.uuid"),
                caught(WHAT_DECIDES_KNOWS_NEITHER_TIME_NOR_CHANCE, "command.goal.Goal", "command.support.Ids"),
                caught(ONLY_CONTROLLERS_AND_SUPPORT_TOUCH_THE_WEB, "command.goal.Goal", "HttpStatus"),
                caught(
                        ONLY_THE_MEMORY_OF_AN_AUTOMATION_TOUCHES_MONGODB,
                        "command.team.TeamMemory",
                        "command.goal.Goal"),
                caught(ONLY_CONTROLLERS_AND_HTTP_TOUCH_THE_WEB, "query.goals.GoalView", "HttpStatus"),
                caught(ONLY_PROJECTIONS_QUERIES_AND_THE_VIEW_STORE_TOUCH_MONGODB, "query.goals.GoalView", "Document"),
                caught(THE_QUERY_SIDE_SENDS_NO_COMMAND, "query.goals.GoalProjection", "CommandGateway"),
                caught(EVENT_HANDLERS_ARE_IN_PROJECTIONS_AND_AUTOMATIONS, "query.goals.GoalQueries", ""),
                caught(QUERY_HANDLERS_ARE_IN_QUERIES, "query.goals.GoalProjection", ""),
                caught(NO_FIELD_INJECTION, "query.goals.GoalController", "@Autowired"),
                caught(NO_FIELD_INJECTION, "query.goals.GoalController", "@Value"),
                caught(NO_FIELD_INJECTION, "query.goals.GoalController", "@Resource"),
                caught(TIME_COMES_FROM_THE_CLOCK, "events.calendar.WeekOfAnEvent", "Instant.now()"),
                caught(TIME_COMES_FROM_THE_CLOCK, "events.calendar.WeekOfAnEvent", "LocalDate.now(java.time.ZoneId)"),
                caught(TIME_COMES_FROM_THE_CLOCK, "events.calendar.WeekOfAnEvent", "System.currentTimeMillis()"),
                caught(TRAPS_OF_AXON_ARE_AVOIDED, "command.goal.Goal", "CreationPolicy"),
                caught(TRAPS_OF_AXON_ARE_AVOIDED, "query.goals.GoalProjection", "SequentialPolicy"),
                caught(EVERY_PACKAGE_IS_NULL_MARKED, "query.egg.Egg", "unmarked"),
                caught(WHAT_A_FRAMEWORK_CALLS_IS_PACKAGE_PRIVATE, "command.goal.Goal", ""),
                caught(WHAT_A_FRAMEWORK_CALLS_IS_PACKAGE_PRIVATE, "query.goals.GoalController", ""),
                caught(WHAT_A_FRAMEWORK_CALLS_IS_PACKAGE_PRIVATE, "query.goals.GoalProjection", ""),
                caught(PUBLIC_IS_WHAT_ANOTHER_PACKAGE_NEEDS, "query.goals.GoalQueries", ""),
                caught(NAMES_SAY_WHAT_A_THING_IS, "query.goals.GoalService", ""));
    }

    private static Arguments caught(ArchRule rule, String canary, String sin) {
        return Arguments.of(rule, "canary.okrledger." + canary, sin);
    }

    @ParameterizedTest(name = "{1} {2}")
    @MethodSource("canaries")
    void catchesTheCanary(ArchRule rule, String canary, String sin) {
        assertThat(rule.evaluate(CANARIES).getFailureReport().getDetails())
                .as(rule.getDescription())
                .anySatisfy(violation -> assertThat(violation).contains("<" + canary, sin));
    }

    @Test
    void everyRuleHasACanary() {
        var caught = canaries().map(row -> row.get()[0]).toList();

        assertThat(ALL_RULES.stream().flatMap(CanaryTest::rules))
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(caught).contains(rule));
    }

    @Test
    void aRuleThatMatchesNothingFails() {
        var rule = classes().that().haveSimpleName("Nobody").should().bePublic();

        assertThatThrownBy(() -> rule.check(CANARIES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }

    private static Stream<ArchRule> rules(Class<?> group) {
        return Arrays.stream(group.getDeclaredFields())
                .filter(field -> ArchRule.class.isAssignableFrom(field.getType()))
                .map(CanaryTest::value);
    }

    private static ArchRule value(Field rule) {
        try {
            return (ArchRule) rule.get(null);
        } catch (IllegalAccessException hidden) {
            throw new AssertionError(hidden);
        }
    }
}
