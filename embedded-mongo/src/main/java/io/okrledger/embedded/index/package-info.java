/**
 * What an index holds and which part of it a query needs: functions of documents and filters, without any storage.
 *
 * <p>A value becomes bytes whose unsigned order is the order of the values ({@link OrderedValue}); a document becomes
 * the entries that an index has of it ({@link IndexShape}); a filter and a sort become the intervals of one index
 * that have to be walked ({@link Planner}).
 *
 * <p>A plan may visit documents that do not match: whoever walks it checks the whole filter on each one, with the
 * matcher of mongo-java-server. It must not miss a document that this matcher accepts. In two corners it does, because
 * there an index answers like MongoDB and the matcher does not: the matcher rounds to a double what an equality
 * compares with a Decimal128, and it lets {@code $in} and {@code $elemMatch} look into arrays that are elements of an
 * array.
 */
@NullMarked
package io.okrledger.embedded.index;

import org.jspecify.annotations.NullMarked;
