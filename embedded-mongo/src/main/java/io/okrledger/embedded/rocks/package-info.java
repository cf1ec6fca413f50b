/**
 * Tables of ordered bytes in one RocksDB: read on snapshots, changed by one atomic batch for each command, synced in
 * groups.
 *
 * <p>A table is a range of keys that begin with its number. {@link io.okrledger.embedded.rocks.Engine} opens a directory,
 * {@link io.okrledger.embedded.rocks.View} reads, {@link io.okrledger.embedded.rocks.Change} reads and writes. Nothing
 * here knows a document.
 */
@NullMarked
package io.okrledger.embedded.rocks;

import org.jspecify.annotations.NullMarked;
