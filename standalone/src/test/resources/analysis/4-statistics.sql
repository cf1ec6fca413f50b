-- The 95% intervals and the test, from their formulas.
CREATE MACRO z() AS 1.959963984540054;

-- Whether a thing is of a line, and whether two lines are one.
CREATE MACRO belongs(thing, line) AS thing.cycle = line.cycle AND (line.team IS NULL OR thing.team = line.team);
CREATE MACRO same(one, line) AS one.cycle = line.cycle AND one.team IS NOT DISTINCT FROM line.team;

-- E. B. Wilson's score interval of a proportion.
CREATE MACRO wilson(met, n) AS {
    'low': (met + z() * z() / 2 - z() * sqrt(met * (n - met) / n + z() * z() / 4)) / NULLIF(n + z() * z(), z() * z()),
    'high': (met + z() * z() / 2 + z() * sqrt(met * (n - met) / n + z() * z() / 4)) / NULLIF(n + z() * z(), z() * z())
};

-- R. A. Fisher's exact test, two-sided: the tables with the same margins that are no likelier than this one.
CREATE MACRO log_choose(n, k) AS lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1);
CREATE MACRO log_likelihood(k, n1, n2, met) AS log_choose(n1, k) + log_choose(n2, met - k) - log_choose(n1 + n2, met);
CREATE MACRO fisher(met1, n1, met2, n2) AS LEAST(1, list_sum(list_transform(
    list_filter(
        range(CAST(GREATEST(0, met1 + met2 - n2) AS BIGINT), CAST(LEAST(n1, met1 + met2) AS BIGINT) + 1),
        lambda k: log_likelihood(k, n1, n2, met1 + met2) <= log_likelihood(met1, n1, n2, met1 + met2) + 1e-7),
    lambda k: exp(log_likelihood(k, n1, n2, met1 + met2)))));
