package io.okrledger.standalone.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.okrledger.standalone.architecture.Places.AUTOMATION;
import static io.okrledger.standalone.architecture.Places.COMMAND;
import static io.okrledger.standalone.architecture.Places.COMMAND_SUPPORT;
import static io.okrledger.standalone.architecture.Places.CONTROLLER;
import static io.okrledger.standalone.architecture.Places.MONGODB;
import static io.okrledger.standalone.architecture.Places.THE_WEB;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.axonframework.spring.stereotype.Aggregate;

/** What keeps a command easy to follow and an aggregate possible to replay. */
final class CommandSideRules {

    private static final DescribedPredicate<JavaClass> CHANCE = assignableTo(RandomGenerator.class)
            .or(assignableTo(UUID.class))
            .or(resideInAPackage("com.fasterxml.uuid.."))
            .or(resideInAPackage(COMMAND_SUPPORT).and(simpleName("Ids")));

    @ArchTest
    static final ArchRule FEATURES_ARE_INDEPENDENT = slices().matching("..okrledger.command.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage(COMMAND_SUPPORT))
            .because(
                    "one aggregate is one consistency boundary; what it needs of another stream it folds from the log");

    @ArchTest
    static final ArchRule AGGREGATES_KNOW_NO_WEB_AND_NO_MONGODB = noClasses()
            .that()
            .areAnnotatedWith(Aggregate.class)
            .should()
            .dependOnClassesThat(THE_WEB.or(MONGODB))
            .because("an aggregate decides by the command and by the history of its stream");

    @ArchTest
    static final ArchRule WHAT_DECIDES_KNOWS_NEITHER_TIME_NOR_CHANCE = noClasses()
            .that()
            .resideInAPackage("..okrledger.command.*..")
            .and()
            .resideOutsideOfPackage(COMMAND_SUPPORT)
            .and()
            .haveNameNotMatching(CONTROLLER + "|" + AUTOMATION)
            .should()
            .dependOnClassesThat(assignableTo(Clock.class).or(CHANCE))
            .because("the same command on the same history has the same outcome, in production and in a test");

    @ArchTest
    static final ArchRule ONLY_CONTROLLERS_AND_SUPPORT_TOUCH_THE_WEB = noClasses()
            .that()
            .resideInAPackage(COMMAND)
            .and()
            .resideOutsideOfPackage(COMMAND_SUPPORT)
            .and()
            .haveNameNotMatching(CONTROLLER)
            .should()
            .dependOnClassesThat(THE_WEB)
            .because("a rule of the domain must not depend on the door through which the command came");

    @ArchTest
    static final ArchRule ONLY_THE_MEMORY_OF_AN_AUTOMATION_TOUCHES_MONGODB = classes()
            .that()
            .resideInAPackage(COMMAND)
            .and(dependOn(MONGODB))
            .should()
            .onlyHaveDependentClassesThat()
            .haveNameMatching(AUTOMATION)
            .because("the command side decides by the log; a collection would be a second truth beside it");

    private CommandSideRules() {}

    private static DescribedPredicate<JavaClass> dependOn(DescribedPredicate<JavaClass> targets) {
        return DescribedPredicate.describe(
                "depend on " + targets.getDescription(),
                origin -> origin.getDirectDependenciesFromSelf().stream()
                        .map(Dependency::getTargetClass)
                        .anyMatch(targets));
    }
}
