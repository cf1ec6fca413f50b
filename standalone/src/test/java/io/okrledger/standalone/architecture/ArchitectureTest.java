package io.okrledger.standalone.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import java.util.List;

/** The rules, held against every class of every module. */
@AnalyzeClasses(packages = "io.okrledger", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final List<String> MODULES = List.of("events", "log", "embedded", "command", "query", "standalone");

    @ArchTest
    static final ArchTests modules = ArchTests.in(ModuleRules.class);

    @ArchTest
    static final ArchTests events = ArchTests.in(EventRules.class);

    @ArchTest
    static final ArchTests commandSide = ArchTests.in(CommandSideRules.class);

    @ArchTest
    static final ArchTests querySide = ArchTests.in(QuerySideRules.class);

    @ArchTest
    static final ArchTests visibility = ArchTests.in(VisibilityRules.class);

    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static void everyModuleIsLookedAt(JavaClasses classes) {
        assertThat(MODULES)
                .allSatisfy(module -> assertThat(classes)
                        .as(module)
                        .filteredOn(resideInAPackage("io.okrledger." + module + ".."))
                        .isNotEmpty());
    }
}
