package io.okrledger.log;

class LogVerificationInMemoryTest extends LogVerificationContract {

    @Override
    Store open() {
        return Store.inMemory();
    }
}
