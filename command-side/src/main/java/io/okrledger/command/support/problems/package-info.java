/**
 * The rules by which commands are refused, and refusals as problems with a code and the id by which the request is found
 * again.
 */
@NullMarked
package io.okrledger.command.support.problems;

import org.jspecify.annotations.NullMarked;
