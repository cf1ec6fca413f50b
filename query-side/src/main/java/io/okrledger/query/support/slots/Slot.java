package io.okrledger.query.support.slots;

/** One of the two places in which a model can be. Each has documents, a processor, tokens and letters of its own. */
public enum Slot {
    BLUE(""),
    GREEN(".green");

    private final String suffix;

    Slot(String suffix) {
        this.suffix = suffix;
    }

    /** What a collection or the processor of a model is called in this slot. */
    public String of(String name) {
        return name + suffix;
    }

    public Slot other() {
        return this == BLUE ? GREEN : BLUE;
    }
}
