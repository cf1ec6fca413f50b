/** The rules by which commands are refused, and refusals as problems with a code. */
@NullMarked
package io.okrledger.command.support.problems;

import org.jspecify.annotations.NullMarked;
