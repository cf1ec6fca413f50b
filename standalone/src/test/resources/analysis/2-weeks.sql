-- What became of every week in which a check-in was due, as seen at the instant `asked`.
CREATE TABLE due_week AS
WITH week AS (
    SELECT *, unnest(generate_series(
        date_trunc('week', CAST(starts_on AS TIMESTAMP)), date_trunc('week', CAST(ends_on AS TIMESTAMP)), INTERVAL 7 DAY)) AS monday
    FROM cycle
), due AS (
    SELECT
        id AS cycle,
        strftime(monday, '%G-W%V') AS week,
        CAST(monday AS DATE) + list_position(
            ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'], due_day) - 1 AS due_on,
        timezone(zone, due_on + due_time) AS due_at,
        due_at + grace AS grace_until,
        timezone(zone, due_on + 7 + due_time) AS next_due_at,
        due_at >= starts_at AND due_at < ends_at AS falls_due
    FROM week
)
SELECT
    cycle, week, due_at, grace_until, next_due_at,
    EXISTS (FROM pause WHERE pause.cycle = due.cycle AND due_on BETWEEN first AND last) AS paused
FROM due
WHERE falls_due;

-- The weeks of what was dropped or abandoned later count too: a week that was missed was missed.
CREATE TABLE week AS
WITH life AS (
    SELECT
        key_result.id AS key_result,
        objective.id AS objective,
        objective.cycle,
        team,
        added_at,
        LEAST(dropped_at, abandoned_at, closed_at) AS ended_at,
        strftime(timezone(zone, added_at), '%G-W%V') AS first_week,
        strftime(timezone(zone, LEAST(ended_at, getvariable('asked'))), '%G-W%V') AS last_week
    FROM key_result
    JOIN objective ON objective.id = key_result.objective
    JOIN cycle ON cycle.id = objective.cycle
), lived AS (
    SELECT life.*, due_week.* EXCLUDE (cycle), first_at
    FROM life
    JOIN due_week ON due_week.cycle = life.cycle
    LEFT JOIN reading ON reading.key_result = life.key_result AND reading.week = due_week.week
    WHERE due_week.week BETWEEN first_week AND last_week
)
SELECT key_result, objective, cycle, team, week, CASE
    WHEN added_at > due_at OR ended_at < due_at THEN 'NOT_APPLICABLE'
    WHEN first_at <= grace_until AND first_at < next_due_at THEN 'ON_TIME'
    WHEN first_at < next_due_at THEN 'LATE'
    WHEN first_week = week THEN 'NOT_APPLICABLE'
    WHEN paused THEN 'EXCUSED'
    WHEN ended_at IS NULL AND getvariable('asked') <= grace_until THEN 'PENDING'
    WHEN ended_at IS NULL AND getvariable('asked') < next_due_at THEN 'OVERDUE'
    ELSE 'MISSED'
END AS state
FROM lived;
