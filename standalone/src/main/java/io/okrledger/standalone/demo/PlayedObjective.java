package io.okrledger.standalone.demo;

import static io.okrledger.standalone.demo.Company.LEAD;

import java.util.List;
import java.util.Map;

/** One objective in one quarter; at first its owner is that of its first key result. */
final class PlayedObjective {

    private final Api api;
    private final Seed.Objective seed;
    private final List<PlayedKeyResult> keyResults;
    private String path = "";

    PlayedObjective(Api api, Seed.Objective seed, List<PlayedKeyResult> keyResults) {
        this.api = api;
        this.seed = seed;
        this.keyResults = keyResults;
    }

    void addTo(String cycle, Company company) {
        var body = Map.of(
                "title", seed.title(),
                "cycleId", cycle,
                "teamId", company.team(seed.team()),
                "goalId", company.goal(seed.goal()),
                "ownerId", keyResults.get(0).owner());
        path = "/api/objectives/" + api.post(LEAD, "/api/objectives", body);
        keyResults.forEach(keyResult -> keyResult.addTo(path));
    }

    boolean has(PlayedKeyResult keyResult) {
        return keyResults.contains(keyResult);
    }

    void passOn(Quarter.Turn turn) {
        api.put(LEAD, path + "/owner", Map.of("ownerId", turn.to(), "reason", turn.reason()));
    }
}
