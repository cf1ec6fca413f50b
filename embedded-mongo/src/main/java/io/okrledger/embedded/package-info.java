/**
 * A MongoDB-compatible store inside the process, so that a machine with a JDK and nothing else can keep a ledger.
 *
 * <p>{@link io.okrledger.embedded.EmbeddedMongo} opens a directory and serves it on a loopback port; everything else
 * talks to it through the official driver, exactly as to a server. The wire protocol and the query language are
 * those of mongo-java-server, the file is an H2 MVStore. It holds small data: queries by anything but a unique key
 * scan their collection.
 */
@NullMarked
package io.okrledger.embedded;

import org.jspecify.annotations.NullMarked;
