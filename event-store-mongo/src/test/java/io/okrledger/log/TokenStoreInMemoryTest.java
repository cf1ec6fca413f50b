package io.okrledger.log;

class TokenStoreInMemoryTest extends TokenStoreContract {

    @Override
    Store open() {
        return Store.inMemory();
    }
}
