package io.okrledger.standalone.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.okrledger.standalone.architecture.Places.AUTOMATION;
import static io.okrledger.standalone.architecture.Places.COMMAND;
import static io.okrledger.standalone.architecture.Places.CONTROLLER;
import static io.okrledger.standalone.architecture.Places.PROJECTION;
import static io.okrledger.standalone.architecture.Places.QUERY;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.axonframework.spring.stereotype.Aggregate;

/** Package-private first. */
final class VisibilityRules {

    private static final ArchCondition<JavaClass> BE_NEEDED_BY_ANOTHER_PACKAGE =
            new ArchCondition<>("be used by another package or shown by a public type of their own") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    var needed = holdsConstants(type)
                            || type.getDirectDependenciesToSelf().stream().anyMatch(use -> needs(use, type));
                    var message = type.getDescription() + " is public, and no other package needs it";
                    events.add(new SimpleConditionEvent(type, needed, message));
                }
            };

    @ArchTest
    static final ArchRule WHAT_A_FRAMEWORK_CALLS_IS_PACKAGE_PRIVATE = classes()
            .that()
            .areAnnotatedWith(Aggregate.class)
            .or()
            .haveNameMatching(CONTROLLER + "|" + PROJECTION + "|" + AUTOMATION)
            .and()
            .areTopLevelClasses()
            .should()
            .bePackagePrivate()
            .because("controllers, aggregates, projections and automations are reached by messages only");

    @ArchTest
    static final ArchRule PUBLIC_IS_WHAT_ANOTHER_PACKAGE_NEEDS = classes()
            .that()
            .resideInAnyPackage(COMMAND, QUERY)
            .and()
            .areTopLevelClasses()
            .and()
            .arePublic()
            .and()
            .haveSimpleNameNotEndingWith("Application")
            .should(BE_NEEDED_BY_ANOTHER_PACKAGE)
            .because("what is package-private can be changed without asking anybody");

    private VisibilityRules() {}

    private static boolean needs(Dependency use, JavaClass type) {
        var user = use.getOriginClass();
        return !user.getPackage().equals(type.getPackage()) || (isPublic(user) && shows(user, type));
    }

    private static boolean shows(JavaClass user, JavaClass type) {
        return user.getMembers().stream()
                .filter(VisibilityRules::isPublic)
                .map(JavaMember::getAllInvolvedRawTypes)
                .anyMatch(types -> types.contains(type));
    }

    private static boolean isPublic(HasModifiers thing) {
        return thing.getModifiers().contains(JavaModifier.PUBLIC);
    }

    // The compiler copies a constant to where it is used, so its use leaves no trace.
    private static boolean holdsConstants(JavaClass type) {
        return type.getFields().stream()
                .filter(VisibilityRules::isPublic)
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .map(JavaField::getRawType)
                .anyMatch(constant -> constant.isPrimitive() || constant.isEquivalentTo(String.class));
    }
}
