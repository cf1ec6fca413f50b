/** What all features of the command side share: the way of a command through the gateway, and receipts. */
@NullMarked
package io.okrledger.command.support;

import org.jspecify.annotations.NullMarked;
