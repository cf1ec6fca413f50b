/**
 * What the words of an objective or a key result, and the numbers beside them, give away: an outcome, a task, or nothing
 * that could be judged. Plain functions over English word lists; what is written in another language is simply not found.
 */
@NullMarked
package io.okrledger.query.quality.wording;

import org.jspecify.annotations.NullMarked;
