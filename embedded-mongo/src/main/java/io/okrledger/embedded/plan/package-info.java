/**
 * Which part of which index a query needs: functions of filters and sorts, without any storage.
 *
 * <p>{@link io.okrledger.embedded.plan.Planner} reads from a filter the bounds in which the fields of matching documents
 * are ({@code Conditions}), lays them into each index ({@code AccessPath}), and gives the intervals of the best one.
 *
 * <p>A plan may visit documents that do not match: whoever walks it checks the whole filter on each one, with the
 * matcher of mongo-java-server. It must not miss a document that this matcher accepts. In two corners it does, because
 * there an index answers like MongoDB and the matcher does not: the matcher rounds to a double what an equality
 * compares with a Decimal128, and it lets {@code $in} and {@code $elemMatch} look into arrays that are elements of an
 * array.
 */
@NullMarked
package io.okrledger.embedded.plan;

import org.jspecify.annotations.NullMarked;
