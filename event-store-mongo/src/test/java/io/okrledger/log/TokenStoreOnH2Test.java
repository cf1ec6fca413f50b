package io.okrledger.log;

class TokenStoreOnH2Test extends TokenStoreContract {

    @Override
    Store open() {
        return Store.onH2();
    }
}
