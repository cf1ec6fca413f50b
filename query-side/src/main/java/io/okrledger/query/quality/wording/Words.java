package io.okrledger.query.quality.wording;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/** The English words that the rules know, in lower case. Whoever changes a list measures it again, and states the figures. */
final class Words {

    /** Said before the word that matters: "We will launch", "To launch". */
    static final Set<String> FILLERS = words("""
            we will to our let's let us please the a an and then successfully
            """);

    /** Begin a sentence about what somebody does, rather than about what is different once it is done. */
    static final Set<String> DOING = words("""
            add adopt arrange assemble attend automate build buy complete conduct configure create define deliver
            deploy design develop document draft execute finalise finalize finish fix hire hold host implement
            install integrate introduce launch make migrate move onboard open organise organize outsource perform
            pilot plan prepare present produce prototype publish purchase redesign refactor release rename renovate
            reorganise reorganize replace research review rewrite roll run schedule select send set setup ship start
            translate update upgrade visit write
            """);

    /** End a sentence about a thing that is there by then: "Roadmap delivered". */
    static final Set<String> DONE = words("""
            approved built complete completed delivered deployed done finalised finalized finished hired implemented
            installed launched live migrated online organised organized published ready released rolled shipped
            signed-off written
            """);

    /** Begin a sentence that names a direction and leaves open how far: "Improve morale". */
    static final Set<String> VAGUE = words("""
            accelerate advance be become boost continue develop drive enhance excel expand focus foster grow improve
            increase keep leverage lower maximise maximize minimise minimize optimise optimize raise reduce
            strengthen support
            """);

    /** The same without a verb: "Better quality". It is enough of an objective, but not of a key result. */
    static final Set<String> COMPARATIVES = words("""
            better faster fewer greater happier higher improved increased less lower more reduced stronger
            """);

    /** End one: "NPS up". */
    static final Set<String> DIRECTIONS = words("""
            better down faster higher less lower more up
            """);

    /** Lead from what is done to what it brings: "... to reach 1M revenue". */
    static final Set<String> OUTCOMES = words("""
            achieve cut double earn gain grow halve increase lower raise reach reduce save so that triple until win
            without
            """);

    static final Map<String, String> NUMBERS = Map.ofEntries(
            entry("two", "2"),
            entry("three", "3"),
            entry("four", "4"),
            entry("five", "5"),
            entry("six", "6"),
            entry("seven", "7"),
            entry("eight", "8"),
            entry("nine", "9"),
            entry("ten", "10"),
            entry("twelve", "12"),
            entry("twenty", "20"),
            entry("fifty", "50"),
            entry("hundred", "100"));

    /** Typed where a unit is asked for, and no unit. */
    static final Set<String> NO_UNITS = Set.of(
            "", "#", "-", "count", "done", "n/a", "na", "no", "none", "number", "unit", "units", "value", "x", "yes");

    /** Measures that have no unit, or are their own. */
    static final Set<String> PURE_NUMBERS = words("""
            csat enps factor grade index multiple nps percentile rating ratio score
            """);

    private Words() {}

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }
}
