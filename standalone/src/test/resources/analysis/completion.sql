-- A line for each cohort, of each cycle and of each team in it; the columns are named as in /api/analytics/completion.
-- Of a closed cycle the graded key results are compared, of an open one all as they stand.
CREATE TABLE unit AS
WITH kept AS (
    SELECT
        key_result,
        quotient(
            count(*) FILTER (state IN ('ON_TIME', 'LATE')),
            count(*) FILTER (state IN ('ON_TIME', 'LATE', 'MISSED'))) AS adherence
    FROM week
    GROUP BY key_result
)
SELECT s.*, adherence, count(*) OVER (PARTITION BY s.objective) AS siblings
FROM score s
LEFT JOIN kept ON kept.key_result = s.id
WHERE graded OR closed_at IS NULL;

CREATE TABLE cut AS
SELECT cycle, team, met, score, 'adherence' AS cut, CASE
    WHEN adherence >= 0.8 THEN 'WEEKLY'
    WHEN adherence >= 0.4 THEN 'IRREGULAR'
    WHEN adherence IS NOT NULL THEN 'RARE'
END AS name
FROM unit
UNION ALL
SELECT cycle, team, met, score, 'owner', IF(reassigned, 'REASSIGNED', 'UNCHANGED') FROM unit
UNION ALL
SELECT cycle, team, met, score, 'goal', IF(linked, 'LINKED', 'NOT_LINKED') FROM unit
UNION ALL
SELECT cycle, team, met, score, 'keyResults', IF(siblings BETWEEN 3 AND 5, 'THREE_TO_FIVE', 'OTHER') FROM unit
UNION ALL
SELECT cycle, team, met, score, 'ambition', ambition FROM unit
UNION ALL
SELECT cycle, team, met, score, 'target', IF(moved, 'MOVED', 'UNMOVED') FROM unit;

CREATE TABLE cohort AS
WITH name(cut, name) AS (
    VALUES
        ('adherence', 'WEEKLY'), ('adherence', 'IRREGULAR'), ('adherence', 'RARE'),
        ('owner', 'UNCHANGED'), ('owner', 'REASSIGNED'),
        ('goal', 'LINKED'), ('goal', 'NOT_LINKED'),
        ('keyResults', 'THREE_TO_FIVE'), ('keyResults', 'OTHER'),
        ('ambition', 'COMMITTED'), ('ambition', 'ASPIRATIONAL'),
        ('target', 'UNMOVED'), ('target', 'MOVED')
)
SELECT
    line.cycle,
    line.team,
    name.cut,
    name.name,
    count(c.name) AS n,
    count(*) FILTER (met) AS met,
    quotient(CAST(sum(score * 10000) AS HUGEINT), CAST(count(score) AS HUGEINT) * 10000) AS mean,
    quotient(CAST(median(score * 10000) * 2 AS HUGEINT), 20000) AS median
FROM line
CROSS JOIN name
LEFT JOIN cut c ON belongs(c, line) AND c.cut = name.cut AND c.name = name.name
GROUP BY line.cycle, line.team, name.cut, name.name;

-- WEEKLY over IRREGULAR and RARE; nothing is claimed below ten on either side.
CREATE TABLE uplift AS
WITH side AS (
    SELECT
        cycle,
        team,
        sum(n) FILTER (name = 'WEEKLY') AS n1,
        sum(met) FILTER (name = 'WEEKLY') AS met1,
        sum(n) FILTER (name <> 'WEEKLY') AS n2,
        sum(met) FILTER (name <> 'WEEKLY') AS met2
    FROM cohort
    WHERE cut = 'adherence'
    GROUP BY cycle, team
), compared AS (
    SELECT
        *,
        n1 < 10 OR n2 < 10 AS insufficient,
        met1 / n1 AS p1,
        met2 / n2 AS p2,
        wilson(met1, n1) AS w1,
        wilson(met2, n2) AS w2,
        sqrt(1 / met1 - 1 / n1 + 1 / met2 - 1 / n2) AS deviation
    FROM side
)
SELECT
    cycle,
    team,
    insufficient,
    IF(insufficient, NULL, p1 - p2) AS difference,
    IF(insufficient OR met2 = 0, NULL, p1 / p2) AS ratio,
    IF(insufficient, NULL, p1 - p2 - sqrt(power(p1 - w1.low, 2) + power(w2.high - p2, 2))) AS difference_low,
    IF(insufficient, NULL, p1 - p2 + sqrt(power(w1.high - p1, 2) + power(p2 - w2.low, 2))) AS difference_high,
    IF(insufficient OR met1 = 0 OR met2 = 0, NULL, p1 / p2 * exp(-z() * deviation)) AS ratio_low,
    IF(insufficient OR met1 = 0 OR met2 = 0, NULL, p1 / p2 * exp(z() * deviation)) AS ratio_high,
    IF(insufficient, NULL, fisher(met1, n1, met2, n2)) AS p
FROM compared;

SELECT
    cohort.cycle,
    cohort.team,
    cut,
    name,
    n,
    met,
    quotient(met, n) AS "completionRate",
    round(wilson(met, n).low, 4) AS "interval.low",
    round(wilson(met, n).high, 4) AS "interval.high",
    mean AS "meanScore",
    median AS "medianScore",
    round(difference, 4) AS "uplift.difference",
    round(ratio, 4) AS "uplift.ratio",
    round(difference_low, 4) AS "uplift.differenceInterval.low",
    round(difference_high, 4) AS "uplift.differenceInterval.high",
    round(ratio_low, 4) AS "uplift.ratioInterval.low",
    round(ratio_high, 4) AS "uplift.ratioInterval.high",
    round(p, 4) AS "uplift.p",
    insufficient AS "uplift.insufficient"
FROM cohort
JOIN uplift ON same(uplift, cohort);
