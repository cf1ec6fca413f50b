package io.okrledger.query.support.views;

/**
 * A document of a read model: a record of plain data, stored as its JSON would be and served as it is stored. It is
 * written by the events of one stream only, so that segments of a projection never race for it.
 */
public interface View {

    /**
     * The {@code _id} of the document. A component of the record that is itself named {@code id} is stored as {@code
     * _id} only.
     */
    String id();
}
