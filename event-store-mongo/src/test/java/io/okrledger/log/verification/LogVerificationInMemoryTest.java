package io.okrledger.log.verification;

import io.okrledger.log.Store;

class LogVerificationInMemoryTest extends LogVerificationContract {

    @Override
    Store open() {
        return Store.inMemory();
    }
}
