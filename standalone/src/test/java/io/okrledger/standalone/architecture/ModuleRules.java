package io.okrledger.standalone.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.okrledger.standalone.architecture.Places.CALENDAR;
import static io.okrledger.standalone.architecture.Places.COMMAND;
import static io.okrledger.standalone.architecture.Places.EMBEDDED;
import static io.okrledger.standalone.architecture.Places.EVENTS;
import static io.okrledger.standalone.architecture.Places.LANGUAGE;
import static io.okrledger.standalone.architecture.Places.LOG;
import static io.okrledger.standalone.architecture.Places.QUERY;
import static io.okrledger.standalone.architecture.Places.SCORING;
import static io.okrledger.standalone.architecture.Places.oursExcept;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;

/** Who may know whom. */
final class ModuleRules {

    @ArchTest
    static final ArchRule EVENTS_KNOW_ONLY_THE_JDK_AND_ANNOTATIONS = classes()
            .that()
            .resideInAPackage(EVENTS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with(LANGUAGE, EVENTS))
            .because("anybody must be able to read the log with the published language and nothing else");

    @ArchTest
    static final ArchRule ARITHMETIC_KNOWS_NO_EVENT = classes()
            .that()
            .resideInAnyPackage(SCORING, CALENDAR)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with(LANGUAGE, SCORING, CALENDAR))
            .because("both sides judge by the same pure functions, whatever the events look like");

    @ArchTest
    static final ArchRule LOG_KNOWS_NO_OKR_WORD = noClasses()
            .that()
            .resideInAPackage(LOG)
            .should()
            .dependOnClassesThat(oursExcept(LOG))
            .because("the guarantees of the log hold for any events and are proven without ours");

    @ArchTest
    static final ArchRule EMBEDDED_STORE_KNOWS_NO_OKR_WORD = noClasses()
            .that()
            .resideInAPackage(EMBEDDED)
            .should()
            .dependOnClassesThat(oursExcept(EMBEDDED))
            .because("the embedded store stands in for a MongoDB server, which does not know us either");

    @ArchTest
    static final ArchRule COMMAND_SIDE_KNOWS_EVENTS_AND_LOG = noClasses()
            .that()
            .resideInAPackage(COMMAND)
            .should()
            .dependOnClassesThat(oursExcept(COMMAND, EVENTS, LOG))
            .because("the sides meet in the log only, so that each can be deployed and rebuilt without the other");

    @ArchTest
    static final ArchRule QUERY_SIDE_KNOWS_EVENTS_AND_LOG = noClasses()
            .that()
            .resideInAPackage(QUERY)
            .should()
            .dependOnClassesThat(oursExcept(QUERY, EVENTS, LOG))
            .because("the sides meet in the log only, so that each can be deployed and rebuilt without the other");

    @ArchTest
    static final ArchRule NO_PACKAGE_CYCLES = slices().matching("..okrledger.(**)")
            .should()
            .beFreeOfCycles()
            .because("packages in a cycle can only be understood, tested and changed together");

    private ModuleRules() {}

    private static String[] with(String[] packages, String... more) {
        return Stream.of(packages, more).flatMap(Arrays::stream).toArray(String[]::new);
    }
}
