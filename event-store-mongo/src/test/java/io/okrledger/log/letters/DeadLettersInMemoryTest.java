package io.okrledger.log.letters;

import io.okrledger.log.Store;

class DeadLettersInMemoryTest extends DeadLettersContract {

    @Override
    Store open() {
        return Store.inMemory();
    }
}
