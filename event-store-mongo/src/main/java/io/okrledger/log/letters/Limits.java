package io.okrledger.log.letters;

/**
 * How many letters a processing group may have. When there is no room for another one, its segment stands still: to go on
 * would lose the event.
 */
public record Limits(int sequences, int lettersPerSequence) {}
