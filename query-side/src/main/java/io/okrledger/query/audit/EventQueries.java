package io.okrledger.query.audit;

import io.okrledger.log.Commit;
import io.okrledger.log.EventLog;
import io.okrledger.query.support.paging.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

@Component
class EventQueries {

    /** How many commits one request looks at; a rare match then comes on a later page, behind empty ones. */
    static final int MOST_COMMITS = 5_000;

    private static final int PAGE = 500;

    private final EventLog log;

    EventQueries(EventLog log) {
        this.log = log;
    }

    @QueryHandler
    Page<RecordedEvent> answer(ListEvents query) {
        return query.stream() != null ? ofStream(query, query.stream()) : ofLog(query);
    }

    private Page<RecordedEvent> ofStream(ListEvents query, String stream) {
        var found = events(log.stream(stream, 0))
                .filter(query::matches)
                .limit(query.limit() + 1L)
                .toList();
        return found.size() > query.limit() ? upTo(query.limit(), found) : new Page<>(found, null);
    }

    private Page<RecordedEvent> ofLog(ListEvents query) {
        var found = new ArrayList<RecordedEvent>();
        var after = start(query);
        for (var seen = 0; seen < MOST_COMMITS; ) {
            var commits = log.read(after, Math.min(PAGE, query.limit() + 1));
            if (commits.isEmpty()) {
                return new Page<>(found, null);
            }
            events(commits).filter(query::matches).forEach(found::add);
            if (found.size() > query.limit()) {
                return upTo(query.limit(), found);
            }
            var last = commits.get(commits.size() - 1);
            if (query.isOver(RecordedEvent.of(last, last.events().size() - 1))) {
                return new Page<>(found, null);
            }
            after = last.lastPosition();
            seen += commits.size();
        }
        return new Page<>(found, Long.toString(after));
    }

    private long start(ListEvents query) {
        // What was recorded in the very instant belongs to the answer, so the search is for the one before.
        return query.from() == null
                ? query.after()
                : Math.max(query.after(), log.positionAt(query.from().minusMillis(1)));
    }

    private static Page<RecordedEvent> upTo(int limit, List<RecordedEvent> found) {
        var items = found.subList(0, limit);
        return new Page<>(items, Long.toString(items.get(limit - 1).position()));
    }

    private static Stream<RecordedEvent> events(List<Commit> commits) {
        return commits.stream()
                .flatMap(commit ->
                        IntStream.range(0, commit.events().size()).mapToObj(index -> RecordedEvent.of(commit, index)));
    }
}
