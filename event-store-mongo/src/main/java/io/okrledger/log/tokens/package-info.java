/**
 * How far the event processors have come, and which process works on what.
 *
 * <p>{@link io.okrledger.log.tokens.MongoTokenStore} keeps the token of each segment of a processor. A segment is worked
 * on by the one node that has claimed it; a claim is lost to others by silence, judged by their own monotonic clocks and
 * by nobody's time of day. {@link io.okrledger.log.tokens.SegmentShares} sees to it that all nodes have about as many.
 *
 * <p>A token is stored after what it stands for, never before: {@link io.okrledger.log.tokens.BatchFlush}. So a crash makes
 * a batch happen again, and loses nothing.
 */
@NullMarked
package io.okrledger.log.tokens;

import org.jspecify.annotations.NullMarked;
