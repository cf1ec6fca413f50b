package io.okrledger.query.operations.verification;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static io.okrledger.query.support.Happening.fact;
import static io.okrledger.query.support.Sample.ADA;
import static io.okrledger.query.support.Sample.CHECK_IN_ID;
import static io.okrledger.query.support.Sample.CORRECTION;
import static io.okrledger.query.support.Sample.CYCLE;
import static io.okrledger.query.support.Sample.CYCLE_ID;
import static io.okrledger.query.support.Sample.GOAL;
import static io.okrledger.query.support.Sample.GOAL_ID;
import static io.okrledger.query.support.Sample.GOAL_REWORDED;
import static io.okrledger.query.support.Sample.GRADE;
import static io.okrledger.query.support.Sample.NPS;
import static io.okrledger.query.support.Sample.OBJECTIVE;
import static io.okrledger.query.support.Sample.TEAM;
import static io.okrledger.query.support.Sample.TEAM_ID;
import static io.okrledger.query.support.Sample.TO_60;
import static io.okrledger.query.support.Sample.WEEK_41;
import static io.okrledger.query.support.Sample.checkIn;
import static io.okrledger.query.support.Sample.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.okrledger.events.cycle.CycleOpened;
import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.goal.GoalReworded;
import io.okrledger.query.operations.verification.Difference.What;
import io.okrledger.query.support.Errands;
import io.okrledger.query.support.Happening;
import io.okrledger.query.support.QuerySideTest;
import io.okrledger.query.support.TestLedger;
import io.okrledger.query.support.views.Projections;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** With real processors on a real store, over HTTP. */
@QuerySideTest
class VerificationTest {

    private static final String PATH = "/api/operations/projections/verification";
    private static final int HEAD = 11;
    private static final int MORE = 400;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MongoClient client;

    @Autowired
    private MongoDatabase database;

    @Autowired
    private Projections projections;

    @Autowired
    private Errands errands;

    @Autowired
    private TestLedger ledger;

    @Autowired
    private JsonMapper json;

    @BeforeAll
    static void play(@Autowired TestLedger ledger) {
        ledger.append(
                fact(GOAL),
                fact(TEAM),
                fact(CYCLE),
                fact(new CycleOpened(CYCLE_ID)),
                fact(OBJECTIVE),
                fact(NPS),
                fact(checkIn(CHECK_IN_ID, WEEK_41, "41")),
                fact(CORRECTION),
                fact(TO_60),
                fact(GOAL_REWORDED),
                fact(GRADE));
    }

    @Test
    void provesEveryModelAndLeavesNothingBehind() {
        var report = verified();
        assertThat(report.at("/state").asString()).isEqualTo("PROVEN");
        assertThat(report.at("/verdict/position").asLong()).isGreaterThanOrEqualTo(HEAD);
        assertThat(report.at("/verdict/models"))
                .hasSameSizeAs(projections.byName().keySet());
        assertThat(report.at("/verdict/models"))
                .allSatisfy(model -> assertThat(model.get("documents").asLong())
                        .as(model.get("model").asString())
                        .isPositive());
        assertThat(client.listDatabaseNames()).doesNotContain("okr-ledger-scratch");
    }

    @Test
    void provesWhatMovesOnMeanwhile() {
        var writing = CompletableFuture.runAsync(() -> ledger.append(IntStream.range(0, MORE)
                .mapToObj(number -> fact(number % 2 == 0 ? defined(number) : reworded(number)))
                .toArray(Happening[]::new)));
        do {
            assertThat(verified().at("/state").asString()).isEqualTo("PROVEN");
        } while (!writing.isDone());
        writing.join();
    }

    private static GoalDefined defined(int number) {
        return new GoalDefined(new GoalId(id(1_000 + number)), "A goal", null, ADA);
    }

    private static GoalReworded reworded(int number) {
        return new GoalReworded(new GoalId(id(999 + number)), "A goal", "Another", null, null);
    }

    @Test
    void namesADocumentWithAnotherField() {
        var goals = database.getCollection("catalogue-goals");
        var planted = plant(goals, GOAL_ID.toString(), () -> goals.updateOne(byId(GOAL_ID), set("title", "Be last")));
        assertThat(planted).containsExactly(new Difference("catalogue-goals", GOAL_ID.toString(), What.OTHER));
    }

    @Test
    void namesAMissingDocument() {
        var teams = database.getCollection("catalogue-teams");
        var planted = plant(teams, TEAM_ID.toString(), () -> teams.deleteOne(byId(TEAM_ID)));
        assertThat(planted).containsExactly(new Difference("catalogue-teams", TEAM_ID.toString(), What.MISSING));
    }

    @Test
    void namesADocumentTooMany() {
        var goals = database.getCollection("catalogue-goals");
        var invented = id(99).toString();
        var copied = copyOf(goals, GOAL_ID.toString()).append("_id", invented);
        var planted = plant(goals, invented, () -> goals.insertOne(copied));
        assertThat(planted).containsExactly(new Difference("catalogue-goals", invented, What.TOO_MANY));
    }

    @Test
    void namesADocumentFromBehindTheEndOfTheLog() {
        var goals = database.getCollection("catalogue-goals");
        var invented = id(98).toString();
        var copied = copyOf(goals, GOAL_ID.toString())
                .append("_id", invented)
                .append("born", 1L << 40)
                .append("pos", 1L << 40);
        var planted = plant(goals, invented, () -> goals.insertOne(copied));
        assertThat(planted).containsExactly(new Difference("catalogue-goals", invented, What.TOO_MANY));
    }

    @Test
    void namesAWrongFormerVersion() {
        var versions = database.getCollection("catalogue-goals-versions");
        var version = versions.find(eq("of", GOAL_ID.toString())).first().getString("_id");
        var planted =
                plant(versions, version, () -> versions.updateOne(eq("_id", version), set("title", "Be somebody")));
        assertThat(planted).containsExactly(new Difference("catalogue-goals-versions", version, What.OTHER));
    }

    @Test
    void namesAFormerVersionThatHeldForAnotherTime() {
        var versions = database.getCollection("catalogue-goals-versions");
        var version = versions.find(eq("of", GOAL_ID.toString())).first().getString("_id");
        var planted = plant(versions, version, () -> versions.updateOne(eq("_id", version), set("until", 1L << 40)));
        assertThat(planted).containsExactly(new Difference("catalogue-goals-versions", version, What.OTHER));
    }

    @Test
    void refusesASecondOneWhileOneRunsSomewhere() {
        var elsewhere = errands.named("projections-verification");
        var running = "{\"state\":\"RUNNING\",\"startedAt\":\"2026-10-01T09:00:00Z\"}";
        await().until(() -> elsewhere.begin(running));
        var refused = mvc.post().uri(PATH).exchange();
        assertThat(refused).hasStatus(HttpStatus.CONFLICT);
        assertThat(refused).bodyJson().extractingPath("code").isEqualTo("verification-running");
        assertThat(report().at("/state").asString()).isEqualTo("RUNNING");
        elsewhere.tell(running, false);
    }

    /** What is found while the fault is there. */
    private List<Difference> plant(MongoCollection<Document> collection, String id, Runnable fault) {
        assertThat(verified().at("/state").asString()).isEqualTo("PROVEN");
        var before = collection.find(eq("_id", id)).first();
        fault.run();
        try {
            var report = verified();
            assertThat(report.at("/state").asString()).isEqualTo("DIFFERENT");
            return report.at("/verdict/models")
                    .valueStream()
                    .flatMap(model -> model.get("first").valueStream())
                    .map(difference -> json.treeToValue(difference, Difference.class))
                    .toList();
        } finally {
            collection.deleteOne(eq("_id", id));
            if (before != null) {
                collection.insertOne(before);
            }
        }
    }

    private static Document copyOf(MongoCollection<Document> collection, String id) {
        return collection.find(eq("_id", id)).first();
    }

    private static Bson byId(Object id) {
        return eq("_id", id.toString());
    }

    private JsonNode verified() {
        await().until(() -> mvc.post().uri(PATH).exchange().getResponse().getStatus() == HttpStatus.ACCEPTED.value());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !report().at("/state").asString().equals("RUNNING"));
        return report();
    }

    private JsonNode report() {
        var answer = mvc.get().uri(PATH).exchange();
        assertThat(answer).hasStatusOk();
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }
}
