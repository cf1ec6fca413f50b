/**
 * The server: MongoDB's wire protocol on a port of the loopback interface.
 *
 * <p>Bytes are decoded and encoded by mongo-java-server; what a command does is up to {@link
 * io.okrledger.embedded.wire.Commands}. This package decides when and on which thread a command runs, and when its reply
 * may leave: the commands of a connection one after the other, short ones on the event loop and long ones beside it, and
 * the reply to a write only after a sync, which serves all writes that wait for it.
 */
@NullMarked
package io.okrledger.embedded.wire;

import org.jspecify.annotations.NullMarked;
