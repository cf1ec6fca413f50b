package io.okrledger.log;

import static io.okrledger.log.Events.commit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.okrledger.log.CuttingProxy.Fate;
import io.okrledger.log.handover.Address;
import io.okrledger.log.handover.HandOver;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Another process is first at the end of the log, every time. */
class OvertakenTest {

    @Test
    void aWriterIsToldThatItHadNoChanceAndThatNothingWasWritten() throws Exception {
        try (var proxy = new CuttingProxy();
                var there = proxy.past();
                var here = proxy.through();
                var fast = new EventLog(there.database(), Clock.systemUTC());
                var slow = new EventLog(here.database(), Clock.systemUTC())) {
            var next = new AtomicLong();
            proxy.plan(command -> {
                if (command.equals("insert")) {
                    fast.append(commit("fast", next.getAndIncrement(), 1));
                }
                return Fate.PASS;
            });

            var failure = catchThrowableOfType(LogUnavailableException.class, () -> slow.append(commit("slow", 0, 1)));

            assertThat(failure.outcomeUnknown()).isFalse();
            assertThat(failure).hasMessageContaining("other processes were first");
            assertThat(slow.head()).isEqualTo(next.get());
            proxy.plan(command -> Fate.PASS);
            assertThat(slow.append(commit("slow", 0, 1)).position()).isEqualTo(next.get() + 1);
        }
    }

    /** What it has handed over before may still be written. */
    @Test
    void aWriterThatHasHandedOverIsNotToldThatNothingWasWritten() throws Exception {
        try (var proxy = new CuttingProxy();
                var there = proxy.past();
                var here = proxy.through();
                var hanging = new HandOver(there.database(), Address.OF_THIS_MACHINE, group -> {
                    throw new IllegalStateException("it does not answer");
                });
                var fast = new EventLog(there.database(), Clock.systemUTC());
                var slow = new EventLog(here.database(), Clock.systemUTC())) {
            hanging.want();
            hanging.follow();
            var next = new AtomicLong();
            proxy.plan(command -> {
                if (command.equals("insert")) {
                    fast.append(commit("fast", next.getAndIncrement(), 1));
                    hanging.want();
                }
                return Fate.PASS;
            });

            var failure = catchThrowableOfType(LogUnavailableException.class, () -> slow.append(commit("slow", 0, 1)));

            assertThat(failure.outcomeUnknown()).isTrue();
        }
    }
}
