package io.okrledger.standalone.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** What stays from quarter to quarter: the teams, the goals, the place. */
final class Company {

    /** Who sets up what belongs to nobody else. */
    static final String LEAD = "p-okr-lead";

    private final Api api;
    private final ZoneId zone;
    private final Map<String, String> teams = new HashMap<>();
    private final Map<String, String> goals = new HashMap<>();

    Company(Api api, ZoneId zone) {
        this.api = api;
        this.zone = zone;
    }

    /** The first team is the root of the others. */
    void found(Seed seed) {
        for (var name : seed.teams()) {
            var root = teams.get(seed.teams().get(0));
            var body = root == null ? Map.of("name", name) : Map.of("name", name, "parentTeamId", root);
            teams.put(name, api.post(LEAD, "/api/teams", body));
        }
        for (var goal : seed.goals()) {
            goals.put(goal.title(), api.post(LEAD, "/api/goals", Map.of("title", goal.title(), "ownerId", LEAD)));
        }
    }

    String team(String name) {
        return teams.getOrDefault(name, "");
    }

    String goal(String title) {
        return goals.getOrDefault(title, "");
    }

    String zone() {
        return zone.getId();
    }

    Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(zone).toInstant();
    }
}
