/**
 * What all features of the command side share: the way of a command through the gateway, receipts, refusals and
 * how requests are read.
 */
@NullMarked
package io.okrledger.command.support;

import org.jspecify.annotations.NullMarked;
