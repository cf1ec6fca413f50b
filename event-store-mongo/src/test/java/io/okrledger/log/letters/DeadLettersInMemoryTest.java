package io.okrledger.log;

class DeadLettersInMemoryTest extends DeadLettersContract {

    @Override
    Store open() {
        return Store.inMemory();
    }
}
