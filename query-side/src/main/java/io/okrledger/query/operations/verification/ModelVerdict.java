package io.okrledger.query.operations.verification;

import java.util.List;

/**
 * What was found out about one model.
 *
 * @param documents how many were compared, former versions included
 * @param differences how many differ
 * @param first the first few of those
 */
record ModelVerdict(String model, long documents, long differences, List<Difference> first) {}
