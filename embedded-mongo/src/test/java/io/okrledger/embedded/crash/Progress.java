package io.okrledger.embedded.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;

/** How far a writer is known to have come, and what is there because of that. */
final class Progress {

    private final Script script;
    private final Expected expected = new Expected();
    private int next;

    Progress(Script script) {
        this.script = script;
    }

    /** The number of the command that is not known to be done. */
    int next() {
        return next;
    }

    void acknowledged(int number) {
        assertThat(number).as("acknowledged by writer %d", script.writer()).isEqualTo(next);
        script.play(number, expected);
        next++;
    }

    /** Nobody has heard of the next command; it is done or it is not. Returns how many documents are there. */
    int require(MongoDatabase database, String when) {
        var held = new Sender(database, script.writer()).holds(script);
        if (!held.equals(expected)) {
            script.play(next, expected);
            next++;
            assertThat(expected.differences(held))
                    .as("what there is of writer %d after its command %d in %s", script.writer(), next - 1, when)
                    .isEmpty();
        }
        return held.size();
    }
}
