/**
 * What a line of an import says and which request it stands for. Each feature declares the types of lines about its own
 * things: the fields of such a line are those of the HTTP request, its path and its body, and are held to the same rules.
 */
@NullMarked
package io.okrledger.command.support.lines;

import org.jspecify.annotations.NullMarked;
