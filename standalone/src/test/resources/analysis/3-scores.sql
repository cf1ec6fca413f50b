-- Where every key result stands: its grade, or until it is graded its score so far. None of what was dropped or abandoned.
CREATE TABLE score AS
WITH active AS (
    SELECT key_result.*, objective.cycle, team, linked, cycle.closed_at,
        IF(ambition = 'COMMITTED', committed, aspirational) AS expectation, half_time
    FROM key_result
    JOIN objective ON objective.id = key_result.objective
    JOIN cycle ON cycle.id = objective.cycle
    WHERE dropped_at IS NULL AND abandoned_at IS NULL
), progress AS (
    SELECT
        active.id,
        CASE active.kind
            WHEN 'REACH' THEN quotient(
                millionths(arg_max(value, week) - any_value(baseline)), millionths(any_value(target - baseline)))
            ELSE quotient(
                CAST(count(*) FILTER (CASE active.kind
                    WHEN 'KEEP_AT_LEAST' THEN value >= target
                    WHEN 'KEEP_AT_MOST' THEN value <= target
                    ELSE value BETWEEN low AND high
                END) AS HUGEINT),
                CAST(count(*) AS HUGEINT))
        END AS progress
    FROM active
    JOIN reading ON reading.key_result = active.id
    GROUP BY active.id, active.kind
)
SELECT
    active.*,
    COALESCE(grade.score, LEAST(1, GREATEST(0, progress)), 0) AS score,
    COALESCE(grade.measured, progress IS NOT NULL) AS measured,
    COALESCE(grade.met, COALESCE(LEAST(1, GREATEST(0, progress)), 0) >= expectation) AS met,
    grade.key_result IS NOT NULL AS graded
FROM active
LEFT JOIN progress ON progress.id = active.id
LEFT JOIN grade ON grade.key_result = active.id;

-- A stretch that was reached in full before half time: since the readings have said so without a break, or since the
-- numbers are what they are, whichever is later.
CREATE TABLE sandbagged AS
WITH said AS (
    SELECT
        score.id, week, first_at, aimed_at, half_time,
        quotient(millionths(value - baseline), millionths(target - baseline)) >= 1 AS in_full
    FROM score
    JOIN reading ON reading.key_result = score.id
    WHERE kind = 'REACH' AND ambition = 'ASPIRATIONAL'
), short AS (
    SELECT id, max(week) FILTER (NOT in_full) AS week
    FROM said
    GROUP BY id
)
SELECT said.id
FROM said
JOIN short ON short.id = said.id
WHERE short.week IS NULL OR said.week > short.week
GROUP BY said.id
HAVING GREATEST(arg_min(first_at, said.week), any_value(aimed_at)) < any_value(half_time);

-- How sure people were at half time: what was given for a week only later is hindsight.
CREATE TABLE confidence AS
SELECT score.id, arg_max(confidence, week) AS said
FROM score
JOIN reading ON reading.key_result = score.id
WHERE first_at <= half_time AND half_time <= getvariable('asked')
GROUP BY score.id;

-- An objective without key results has no score; that of all others is the mean by weight.
CREATE TABLE objective_score AS
SELECT
    objective.*,
    count(score.id) AS key_results,
    COALESCE(bool_or(measured), FALSE) AS measured,
    quotient(CAST(sum(weight * score * 10000) AS HUGEINT), CAST(sum(weight) AS HUGEINT) * 10000) AS score
FROM objective
LEFT JOIN score ON score.objective = objective.id
WHERE abandoned_at IS NULL
GROUP BY ALL;
