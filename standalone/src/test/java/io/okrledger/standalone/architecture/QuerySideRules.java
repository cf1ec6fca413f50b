package io.okrledger.standalone.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.okrledger.standalone.architecture.Places.CONTROLLER;
import static io.okrledger.standalone.architecture.Places.MONGODB;
import static io.okrledger.standalone.architecture.Places.PROJECTION;
import static io.okrledger.standalone.architecture.Places.QUERIES;
import static io.okrledger.standalone.architecture.Places.QUERY;
import static io.okrledger.standalone.architecture.Places.QUERY_HTTP;
import static io.okrledger.standalone.architecture.Places.QUERY_SUPPORT;
import static io.okrledger.standalone.architecture.Places.THE_WEB;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What lets every read model be thrown away and rebuilt from the log. */
final class QuerySideRules {

    @ArchTest
    static final ArchRule ONLY_CONTROLLERS_AND_HTTP_TOUCH_THE_WEB = noClasses()
            .that()
            .resideInAPackage(QUERY)
            .and()
            .resideOutsideOfPackage(QUERY_HTTP)
            .and()
            .haveNameNotMatching(CONTROLLER)
            .should()
            .dependOnClassesThat(THE_WEB)
            .because("a read model answers a question, whoever asks it");

    @ArchTest
    static final ArchRule ONLY_PROJECTIONS_QUERIES_AND_THE_VIEW_STORE_TOUCH_MONGODB = noClasses()
            .that()
            .resideInAPackage(QUERY)
            .and()
            .resideOutsideOfPackage(QUERY_SUPPORT)
            .and()
            .haveNameNotMatching(PROJECTION)
            .and()
            .haveNameNotMatching(QUERIES)
            .should()
            .dependOnClassesThat(MONGODB)
            .because("what is stored is written in one place and read in one other, and all else is plain Java");

    @ArchTest
    static final ArchRule THE_QUERY_SIDE_SENDS_NO_COMMAND = noClasses()
            .that()
            .resideInAPackage(QUERY)
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.axonframework.commandhandling..", "org.axonframework.modelling.."))
            .because("a projection that acts would act again whenever it is rebuilt");

    private QuerySideRules() {}
}
