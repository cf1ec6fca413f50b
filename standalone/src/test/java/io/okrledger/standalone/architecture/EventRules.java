package io.okrledger.standalone.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.okrledger.standalone.architecture.Places.EVENTS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;

/** What an event is. */
final class EventRules {

    private static final DescribedPredicate<JavaClass> IN_THE_CATALOGUE = DescribedPredicate.describe(
            "in the catalogue",
            event -> event.getDirectDependenciesToSelf().stream()
                    .map(Dependency::getOriginClass)
                    .anyMatch(simpleName("EventCatalogue")));

    private static final ArchCondition<JavaClass> BE_OF_ONE_SEALED_STREAM =
            new ArchCondition<>("implement the sealed interface of their stream") {
                @Override
                public void check(JavaClass event, ConditionEvents events) {
                    var stream = event.getAllRawInterfaces().stream()
                            .filter(type -> type.getPackage().equals(event.getPackage()))
                            .filter(type -> type.getSimpleName().endsWith("Event"))
                            .toList();
                    var open = stream.stream().filter(type -> !type.reflect().isSealed());
                    if (stream.isEmpty()) {
                        events.add(violated(event, event.getDescription() + " is of no stream"));
                    }
                    open.forEach(type -> events.add(violated(event, event.getDescription() + " is of an open stream")));
                }
            };

    @ArchTest
    static final ArchRule EVENTS_ARE_RECORDS_OF_ONE_SEALED_STREAM = classes()
            .that()
            .resideInAPackage(EVENTS)
            .and(are(IN_THE_CATALOGUE))
            .and()
            .areTopLevelClasses()
            .should()
            .beRecords()
            .andShould(BE_OF_ONE_SEALED_STREAM)
            .because("a fact never changes, and the compiler must know every fact that a stream can hold");

    private EventRules() {}
}
