/**
 * Imports take facts of the past from a file, line by line, through the same commands as requests. Each line is a commit
 * of its own under a key made of its type and ref, so that an import keeps no state, can stop at any line, and changes
 * nothing when it is run again. A rehearsal is an import that writes nothing.
 */
@NullMarked
package io.okrledger.command.imports;

import org.jspecify.annotations.NullMarked;
