-- A line for each cycle that has begun, and one for each team in it; the columns are named as in /api/analytics/trends.
CREATE TABLE trend AS
WITH objectives AS (
    SELECT
        line.cycle,
        line.team,
        count(o.id) FILTER (o.abandoned_at IS NULL) AS alive,
        count(o.id) FILTER (o.abandoned_at IS NOT NULL) AS abandoned,
        count(o.id) FILTER (o.abandoned_at IS NULL AND o.carried_over) AS carried_over,
        count(o.id) FILTER (o.abandoned_at IS NULL AND o.linked) AS linked,
        COALESCE(bool_and(o.graded OR o.abandoned_at IS NOT NULL), TRUE) AS settled
    FROM line
    LEFT JOIN objective o ON belongs(o, line)
    GROUP BY line.cycle, line.team
), binned AS (
    SELECT *, IF(measured, LEAST(9, CAST(floor(score * 10) AS INTEGER)), NULL) AS bin
    FROM objective_score
), scores AS (
    SELECT
        line.cycle,
        line.team,
        quotient(CAST(sum(score * 10000) AS HUGEINT), CAST(count(score) AS HUGEINT) * 10000) AS mean,
        quotient(CAST(median(score * 10000) * 2 AS HUGEINT), 20000) AS median,
        [
            count(*) FILTER (bin = 0),
            count(*) FILTER (bin = 1),
            count(*) FILTER (bin = 2),
            count(*) FILTER (bin = 3),
            count(*) FILTER (bin = 4),
            count(*) FILTER (bin = 5),
            count(*) FILTER (bin = 6),
            count(*) FILTER (bin = 7),
            count(*) FILTER (bin = 8),
            count(*) FILTER (bin = 9)
        ] AS histogram,
        count(*) FILTER (measured AND score < yellow_from) AS red,
        count(*) FILTER (measured AND score >= yellow_from AND score < green_from) AS yellow,
        count(*) FILTER (measured AND score >= green_from) AS green
    FROM line
    JOIN cycle ON cycle.id = line.cycle
    LEFT JOIN binned ON belongs(binned, line)
    GROUP BY line.cycle, line.team
), key_results AS (
    SELECT
        line.cycle,
        line.team,
        count(s.id) AS active,
        count(*) FILTER (s.measured) AS measured,
        count(*) FILTER (s.graded OR cycle.closed_at IS NULL AND s.id IS NOT NULL) AS counted,
        count(*) FILTER (s.met AND (s.graded OR cycle.closed_at IS NULL)) AS met,
        count(s.id) FILTER (NOT EXISTS (
            FROM retirement r
            WHERE r.team = s.team AND r.happened <= COALESCE(cycle.closed_at, getvariable('asked')))) AS owned,
        count(*) FILTER (s.ambition = 'ASPIRATIONAL') AS stretches,
        count(sandbagged.id) AS sandbagged,
        count(said) AS sure_of,
        sum(said) AS sureness,
        count(said) FILTER (s.graded) AS judged,
        sum(power(said - IF(s.met, 10, 0), 2)) FILTER (s.graded) AS missed_by
    FROM line
    JOIN cycle ON cycle.id = line.cycle
    LEFT JOIN score s ON belongs(s, line)
    LEFT JOIN sandbagged ON sandbagged.id = s.id
    LEFT JOIN confidence ON confidence.id = s.id
    GROUP BY line.cycle, line.team
), weeks AS (
    SELECT
        line.cycle,
        line.team,
        count(*) FILTER (state = 'ON_TIME') AS on_time,
        count(*) FILTER (state = 'LATE') AS late,
        count(*) FILTER (state = 'MISSED') AS missed
    FROM line
    LEFT JOIN week w ON belongs(w, line)
    GROUP BY line.cycle, line.team
), dropped AS (
    SELECT line.cycle, line.team, count(k.id) AS dropped
    FROM line
    LEFT JOIN objective o ON belongs(o, line)
    LEFT JOIN key_result k ON k.objective = o.id AND k.dropped_at IS NOT NULL
    GROUP BY line.cycle, line.team
), moves AS (
    SELECT line.cycle, line.team, count(*) FILTER (raised) AS raised, count(*) FILTER (lowered) AS lowered
    FROM line
    LEFT JOIN objective o ON belongs(o, line)
    LEFT JOIN target_move ON target_move.objective = o.id
    GROUP BY line.cycle, line.team
)
SELECT
    line.team AS "teamId",
    line.cycle AS "cycleId",
    cycle.name AS cycle,
    cycle.starts_on AS "startsOn",
    cycle.ends_on AS "endsOn",
    cycle.closed_at IS NULL OR NOT settled AS provisional,
    alive AS objectives,
    active AS "keyResults",
    quotient(active, alive) AS "keyResultsPerObjective",
    mean AS "scores.mean",
    median AS "scores.median",
    CAST(to_json(histogram) AS VARCHAR) AS "scores.histogram",
    red AS "scores.bands.red",
    yellow AS "scores.bands.yellow",
    green AS "scores.bands.green",
    counted AS "outcome.n",
    met AS "outcome.met",
    quotient(met, counted) AS "outcome.completionRate",
    round(wilson(met, counted).low, 4) AS "outcome.interval.low",
    round(wilson(met, counted).high, 4) AS "outcome.interval.high",
    quotient(measured, active) AS "shares.measured",
    quotient(owned, active) AS "shares.owned",
    quotient(linked, alive) AS "shares.linkedToGoal",
    quotient(sandbagged, stretches) AS "shares.sandbagged",
    quotient(on_time + late, on_time + late + missed) AS adherence,
    quotient(on_time, on_time + late + missed) AS "onTimeRate",
    quotient(CAST(sureness AS BIGINT), sure_of) AS "confidence.atHalfTime",
    judged AS "confidence.n",
    quotient(CAST(missed_by AS BIGINT), 100 * judged) AS "confidence.brierScore",
    raised AS "changes.targetsRaised",
    lowered AS "changes.targetsLowered",
    carried_over AS "changes.carriedOver",
    abandoned AS "changes.abandoned",
    dropped AS "changes.dropped"
FROM line
JOIN cycle ON cycle.id = line.cycle
JOIN objectives o ON same(o, line)
JOIN scores s ON same(s, line)
JOIN key_results k ON same(k, line)
JOIN weeks w ON same(w, line)
JOIN dropped d ON same(d, line)
JOIN moves m ON same(m, line);

-- What is other than in the newest cycle of about the same length that ended before this one began.
SELECT
    trend.*,
    before."cycleId" AS "delta.cycleId",
    trend."scores.mean" - before."scores.mean" AS "delta.meanScore",
    trend."scores.median" - before."scores.median" AS "delta.medianScore",
    trend."outcome.completionRate" - before."outcome.completionRate" AS "delta.completionRate",
    trend.adherence - before.adherence AS "delta.adherence",
    trend."onTimeRate" - before."onTimeRate" AS "delta.onTimeRate"
FROM trend
LEFT JOIN LATERAL (
    FROM trend other
    WHERE other."teamId" IS NOT DISTINCT FROM trend."teamId"
        AND other."endsOn" < trend."startsOn"
        AND abs((other."endsOn" - other."startsOn") - (trend."endsOn" - trend."startsOn")) <= 3
    ORDER BY other."endsOn" DESC
    LIMIT 1
) before ON TRUE;
