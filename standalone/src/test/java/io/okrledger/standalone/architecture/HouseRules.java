package io.okrledger.standalone.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static io.okrledger.standalone.architecture.Places.AUTOMATION;
import static io.okrledger.standalone.architecture.Places.OURS;
import static io.okrledger.standalone.architecture.Places.PROJECTION;
import static io.okrledger.standalone.architecture.Places.QUERIES;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.Resource;
import java.time.Clock;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.async.SequentialPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Habits of the whole house. */
final class HouseRules {

    private static final DescribedPredicate<JavaMethodCall> ASKS_THE_SYSTEM =
            DescribedPredicate.describe("the system is asked for the time", call -> {
                var target = call.getTarget();
                var now = target.getName().equals("now")
                        && target.getOwner().getPackageName().equals("java.time")
                        && target.getRawParameterTypes().stream().noneMatch(assignableTo(Clock.class));
                return now || target.getFullName().equals("java.lang.System.currentTimeMillis()");
            });

    private static final ArchCondition<JavaClass> BE_IN_A_NULL_MARKED_PACKAGE =
            new ArchCondition<>("be in a package that is @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    var marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                    var message = type.getDescription() + " is in the unmarked "
                            + type.getPackage().getDescription();
                    events.add(new SimpleConditionEvent(type, marked, message));
                }
            };

    @ArchTest
    static final ArchRule EVENT_HANDLERS_ARE_IN_PROJECTIONS_AND_AUTOMATIONS = methods()
            .that()
            .areAnnotatedWith(EventHandler.class)
            .should()
            .beDeclaredInClassesThat()
            .haveNameMatching(PROJECTION + "|" + AUTOMATION)
            .because("whoever asks what follows from an event finds it by name");

    @ArchTest
    static final ArchRule QUERY_HANDLERS_ARE_IN_QUERIES = methods()
            .that()
            .areAnnotatedWith(QueryHandler.class)
            .should()
            .beDeclaredInClassesThat()
            .haveNameMatching(QUERIES)
            .because("whoever asks where an answer comes from finds it by name");

    @ArchTest
    static final ArchRule NO_FIELD_INJECTION = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .orShould()
            .beAnnotatedWith(Resource.class)
            .because("what an object needs is in its constructor, so that a test can make one without Spring");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .should()
            .callMethodWhere(ASKS_THE_SYSTEM)
            .because("okr.clock can make time stand still, for everything or for nothing");

    @ArchTest
    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED =
            classes().should(BE_IN_A_NULL_MARKED_PACKAGE).because("NullAway is silent about code that is not marked");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_THING_IS = noClasses()
            .that()
            .resideInAPackage(OURS)
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Service|D[Tt][Oo])")
            .because("such a name tells how a thing is built, and lets anything be put into it");

    @ArchTest
    static final ArchRule TRAPS_OF_AXON_ARE_AVOIDED = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(SequentialPolicy.class, CreationPolicy.class)
            .because("the one names a sequence differently in each process, which parked events do not survive;"
                    + " the other keeps the lock of an aggregate whose creation failed");

    private HouseRules() {}
}
