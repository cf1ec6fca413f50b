package io.okrledger.log.turns;

import java.util.function.UnaryOperator;

/** The line as all processes see it; used by one thread at a time. */
interface SharedLine {

    /**
     * Makes a change that nobody else comes between.
     *
     * @param change called again when somebody does; what it returns unchanged is not written
     * @return the line with the change
     */
    Line change(UnaryOperator<Line> change);
}
