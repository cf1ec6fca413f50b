package io.okrledger.command.support.problems;

/** A body goes on beyond its limit. */
public final class BodyTooLarge extends RuntimeException {

    public BodyTooLarge(long most) {
        super("The body has at most " + most + " bytes here.", null, false, false);
    }
}
