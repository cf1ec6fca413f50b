-- A line for each week of each cycle, and of each team in it; the columns are named as in /api/analytics/completion.
SELECT
    line.cycle,
    line.team,
    week,
    count(*) FILTER (state IN ('ON_TIME', 'LATE', 'MISSED', 'PENDING', 'OVERDUE')) AS due,
    count(*) FILTER (state = 'ON_TIME') AS "onTime",
    count(*) FILTER (state = 'LATE') AS late,
    count(*) FILTER (state = 'MISSED') AS missed,
    count(*) FILTER (state = 'EXCUSED') AS excused,
    count(*) FILTER (state IN ('PENDING', 'OVERDUE')) AS pending,
    quotient("onTime" + late, due) AS completion
FROM line
JOIN week w ON belongs(w, line)
GROUP BY line.cycle, line.team, week;
