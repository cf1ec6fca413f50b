package io.okrledger.log;

class EventLogInMemoryTest extends EventLogContract {

    @Override
    Store open() {
        return Store.inMemory();
    }
}
