package io.okrledger.log.turns;

import java.util.concurrent.locks.LockSupport;

/** A clock that only runs forward, and the pauses by it. */
interface Time {

    Time SYSTEM = new Time() {

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(long nanos) {
            LockSupport.parkNanos(nanos);
        }
    };

    long nanos();

    void pause(long nanos);
}
