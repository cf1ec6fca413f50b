/** How far the models are behind the log, and how fast both go. */
@NullMarked
package io.okrledger.query.operations.pace;

import org.jspecify.annotations.NullMarked;
