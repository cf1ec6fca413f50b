package io.okrledger.standalone.organisation;

/** What happened to one thing, and the place of what happens to it next. */
final class Written {

    private final String type;
    private final String id;
    private long next;

    Written(String type, Object id) {
        this.type = type;
        this.id = id.toString();
    }

    String type() {
        return type;
    }

    String id() {
        return id;
    }

    /** The place of the first of so many events. */
    long take(int events) {
        var first = next;
        next += events;
        return first;
    }
}
