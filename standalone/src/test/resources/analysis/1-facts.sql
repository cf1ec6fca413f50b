-- What happened, thing by thing, out of the exported events: events.parquet is /api/audit/events as Parquet.
-- An import claims when something happened; all else happened when it was recorded.
SET TimeZone = 'UTC';

-- a / b, rounded half up to four places: whole numbers, so that nothing is lost on the way.
CREATE MACRO quotient(a, b) AS CASE
    WHEN b <> 0 THEN CAST(sign(a) * sign(b) * ((abs(a) * 20000 + abs(b)) // (2 * abs(b))) AS DECIMAL(24, 0)) * 0.0001
END;
CREATE MACRO millionths(number) AS CAST(number * 1000000 AS HUGEINT);
CREATE MACRO number(payload, path) AS CAST(json_extract_string(payload, path) AS DECIMAL(24, 6));

CREATE TABLE event AS
SELECT position, type, COALESCE("effectiveAt", "at") AS happened, CAST(payload AS JSON) AS payload
FROM read_parquet('events.parquet');

CREATE TABLE cycle AS
SELECT
    payload ->> 'cycleId' AS id,
    payload ->> 'name' AS name,
    CAST(payload ->> 'startsOn' AS DATE) AS starts_on,
    CAST(payload ->> 'endsOn' AS DATE) AS ends_on,
    payload ->> 'timeZone' AS zone,
    payload ->> '$.cadence.dueDay' AS due_day,
    CAST(payload ->> '$.cadence.dueTime' AS TIME) AS due_time,
    to_hours(CAST(payload ->> '$.cadence.graceHours' AS INTEGER)) AS grace,
    number(payload, '$.policy.yellowFrom') AS yellow_from,
    number(payload, '$.policy.greenFrom') AS green_from,
    number(payload, '$.policy.committedExpectation') AS committed,
    number(payload, '$.policy.aspirationalExpectation') AS aspirational,
    timezone(zone, CAST(starts_on AS TIMESTAMP)) AS starts_at,
    timezone(zone, CAST(ends_on + 1 AS TIMESTAMP)) AS ends_at,
    starts_at + to_microseconds((epoch_us(ends_at) - epoch_us(starts_at)) // 2) AS half_time,
    (SELECT o.happened FROM event o WHERE o.type = 'cycle.opened' AND (o.payload ->> 'cycleId') = id) AS opened_at,
    (SELECT c.happened FROM event c WHERE c.type = 'cycle.closed' AND (c.payload ->> 'cycleId') = id) AS closed_at
FROM event
WHERE type = 'cycle.planned';

CREATE TABLE pause AS
SELECT payload ->> 'cycleId' AS cycle, CAST(payload ->> 'from' AS DATE) AS first, CAST(payload ->> 'to' AS DATE) AS last
FROM event
WHERE type = 'cycle.check-ins-paused';

CREATE TABLE retirement AS
SELECT payload ->> 'teamId' AS team, happened
FROM event
WHERE type = 'team.retired';

-- The newest goal is that of the last alignment, and none if that took it away.
CREATE TABLE objective AS
WITH goal AS (
    SELECT
        payload ->> 'objectiveId' AS objective,
        arg_max(COALESCE(payload ->> IF(type = 'objective.created', 'goalId', 'newGoalId'), ''), position) AS id
    FROM event
    WHERE type IN ('objective.created', 'objective.aligned')
    GROUP BY objective
), fact AS (
    SELECT
        payload ->> 'objectiveId' AS objective,
        min(happened) FILTER (type = 'objective.abandoned') AS abandoned_at,
        bool_or(type = 'objective.graded') AS graded,
        bool_or(type = 'objective.carried-over') AS carried_over
    FROM event
    WHERE type LIKE 'objective.%'
    GROUP BY objective
)
SELECT
    payload ->> 'objectiveId' AS id,
    payload ->> 'cycleId' AS cycle,
    payload ->> 'teamId' AS team,
    goal.id <> '' AS linked,
    abandoned_at,
    graded,
    carried_over
FROM event
JOIN goal ON goal.objective = (payload ->> 'objectiveId')
JOIN fact ON fact.objective = (payload ->> 'objectiveId')
WHERE type = 'objective.created';

CREATE TABLE key_result AS
WITH fact AS (
    SELECT
        payload ->> 'keyResultId' AS id,
        arg_max(COALESCE(payload -> 'newMetric', payload -> 'metric'), position)
            FILTER (type LIKE '%.key-result-added' OR type LIKE '%-target-adjusted') AS metric,
        arg_max(COALESCE(payload ->> 'newWeight', payload ->> 'weight'), position)
            FILTER (type LIKE '%.key-result-added' OR type LIKE '%-reweighed') AS weight,
        max(happened) FILTER (type LIKE '%.key-result-added' OR type LIKE '%-target-adjusted') AS aimed_at,
        min(happened) FILTER (type LIKE '%.key-result-dropped') AS dropped_at,
        bool_or(type LIKE '%.key-result-owner-reassigned') AS reassigned
    FROM event
    WHERE (payload ->> 'keyResultId') IS NOT NULL
    GROUP BY payload ->> 'keyResultId'
)
SELECT
    fact.id,
    payload ->> 'objectiveId' AS objective,
    payload ->> 'ambition' AS ambition,
    happened AS added_at,
    CAST(weight AS INTEGER) AS weight,
    metric ->> 'kind' AS kind,
    number(metric, '$.baseline') AS baseline,
    number(metric, '$.target') AS target,
    number(metric, '$.low') AS low,
    number(metric, '$.high') AS high,
    metric <> (payload -> 'metric') AS moved,
    aimed_at,
    dropped_at,
    reassigned
FROM fact
JOIN event ON type = 'objective.key-result-added' AND (payload ->> 'keyResultId') = fact.id;

-- Easier for some values and harder for others is neither; so is a target on the other side of the baseline.
CREATE TABLE target_move AS
WITH moved AS (
    SELECT
        payload ->> 'objectiveId' AS objective,
        payload ->> '$.oldMetric.kind' AS kind,
        sign(number(payload, '$.oldMetric.target') - number(payload, '$.oldMetric.baseline')) AS old_way,
        sign(number(payload, '$.newMetric.target') - number(payload, '$.newMetric.baseline')) AS new_way,
        sign(number(payload, '$.newMetric.baseline') - number(payload, '$.oldMetric.baseline')) AS baseline,
        sign(number(payload, '$.newMetric.target') - number(payload, '$.oldMetric.target')) AS target,
        sign(number(payload, '$.newMetric.low') - number(payload, '$.oldMetric.low')) AS low,
        sign(number(payload, '$.newMetric.high') - number(payload, '$.oldMetric.high')) AS high
    FROM event
    WHERE type = 'objective.key-result-target-adjusted'
), side AS (
    SELECT objective, CASE
        WHEN kind = 'REACH' AND old_way <> new_way THEN [-1, 1]
        WHEN kind = 'REACH' THEN [old_way * target, old_way * baseline]
        WHEN kind = 'KEEP_AT_LEAST' THEN [target]
        WHEN kind = 'KEEP_AT_MOST' THEN [-target]
        ELSE [low, -high]
    END AS harder
    FROM moved
)
SELECT
    objective,
    list_max(harder) <= 0 AND list_min(harder) < 0 AS lowered,
    list_min(harder) >= 0 AND list_max(harder) > 0 AS raised
FROM side;

-- What stands: not what was taken back, and as it was corrected last.
CREATE TABLE check_in AS
SELECT
    said.payload ->> 'keyResultId' AS key_result,
    said.payload ->> 'week' AS week,
    said.position,
    said.happened,
    arg_max(
        number(later.payload, IF(later.type LIKE '%-corrected', '$.newReading.value', '$.reading.value')),
        later.position) AS value,
    arg_max(
        number(later.payload, IF(later.type LIKE '%-corrected', '$.newReading.confidence', '$.reading.confidence')),
        later.position) AS confidence
FROM event said
JOIN event later ON (later.payload ->> 'checkInId') = (said.payload ->> 'checkInId')
WHERE said.type = 'objective.check-in-recorded'
GROUP BY ALL
HAVING NOT bool_or(later.type = 'objective.check-in-retracted');

-- The last word on each week, and when the first one was said.
CREATE TABLE reading AS
SELECT
    key_result,
    week,
    min(happened) AS first_at,
    arg_max(value, position) AS value,
    arg_max(confidence, position) AS confidence
FROM check_in
GROUP BY key_result, week;

CREATE TABLE grade AS
WITH given AS (
    SELECT position, unnest(CAST(payload -> 'keyResults' AS JSON[])) AS grade
    FROM event
    WHERE type = 'objective.graded'
    UNION ALL
    SELECT position, payload -> 'newGrade'
    FROM event
    WHERE type = 'objective.grade-amended'
), newest AS (
    SELECT grade ->> 'keyResultId' AS key_result, arg_max(grade, position) AS grade
    FROM given
    GROUP BY key_result
)
SELECT
    key_result,
    number(grade, '$.score') AS score,
    CAST(grade ->> 'measured' AS BOOLEAN) AS measured,
    CAST(grade ->> 'met' AS BOOLEAN) AS met
FROM newest;

-- Every cycle that has begun, and every team that had an objective in it.
CREATE TABLE line AS
WITH begun AS (SELECT id AS cycle FROM cycle WHERE opened_at <= getvariable('asked'))
SELECT cycle, CAST(NULL AS VARCHAR) AS team
FROM begun
UNION ALL
SELECT DISTINCT cycle, team
FROM objective
JOIN begun USING (cycle);
