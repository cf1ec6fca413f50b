package io.okrledger.log.turns;

import java.util.List;
import java.util.stream.Stream;

/**
 * The processes that want to write, in the order of their turns; it is the turn of the first.
 *
 * @param version grows with every change
 */
record Line(long version, List<String> processes) {

    static final Line EMPTY = new Line(0, List.of());

    String first() {
        return processes.get(0);
    }

    boolean isFirst(String process) {
        return place(process) == 0;
    }

    /** How many are in front of a process; negative if it is not in the line. */
    int place(String process) {
        return processes.indexOf(process);
    }

    /** With a process at the end, unless it is in the line. */
    Line with(String process) {
        return place(process) < 0 ? withLast(process) : this;
    }

    /** With a process that is not waiting at the end: its turn is over. */
    Line behindOthers(String process) {
        return place(process) > 0 || processes.equals(List.of(process)) ? this : withLast(process);
    }

    private Line withLast(String process) {
        var others = processes.stream().filter(other -> !other.equals(process));
        return new Line(version + 1, Stream.concat(others, Stream.of(process)).toList());
    }

    /** With a process that waits in front, and without those that were before it. */
    Line withoutThoseBefore(String process) {
        return place(process) > 0 ? new Line(version + 1, processes.subList(place(process), processes.size())) : this;
    }
}
