package io.okrledger.standalone.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** Where things are and what they are called. The patterns leave the root open, so that the rules match canaries too. */
final class Places {

    static final String OURS = "..okrledger..";
    static final String EVENTS = "..okrledger.events..";
    static final String SCORING = "..okrledger.events.scoring..";
    static final String CALENDAR = "..okrledger.events.calendar..";
    static final String LOG = "..okrledger.log..";
    static final String EMBEDDED = "..okrledger.embedded..";
    static final String COMMAND = "..okrledger.command..";
    static final String COMMAND_SUPPORT = "..okrledger.command.support..";
    static final String QUERY = "..okrledger.query..";
    static final String QUERY_HTTP = "..okrledger.query.http..";
    static final String QUERY_SUPPORT = "..okrledger.query.support..";

    // with what is nested in them
    static final String CONTROLLER = ".*Controller(\\$.*)?";
    static final String PROJECTION = ".*Projection(\\$.*)?";
    static final String QUERIES = ".*Queries(\\$.*)?";
    static final String AUTOMATION = ".*\\.When\\w+Then\\w+(\\$.*)?";

    static final String[] LANGUAGE = {"java..", "com.fasterxml.jackson.annotation..", "org.jspecify.annotations.."};

    static final DescribedPredicate<JavaClass> THE_WEB =
            resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "jakarta.servlet..");

    static final DescribedPredicate<JavaClass> MONGODB = resideInAnyPackage("com.mongodb..", "org.bson..");

    private Places() {}

    static DescribedPredicate<JavaClass> oursExcept(String... known) {
        return resideInAPackage(OURS)
                .and(not(resideInAnyPackage(known)))
                .as("are ours and not in %s", String.join(" or ", known));
    }
}
