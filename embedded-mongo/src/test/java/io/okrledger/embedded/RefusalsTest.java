package io.okrledger.embedded;

import static io.okrledger.embedded.ConnectedStore.all;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not honoured is refused by its name, with nothing done: to ignore it would be a wrong answer. */
class RefusalsTest {

    private static final int INVALID_OPTIONS = 72;
    private static final int COMMAND_NOT_FOUND = 59;

    private static ConnectedStore store;

    @BeforeAll
    static void open() {
        store = ConnectedStore.inMemory();
        store.notes().insertMany(List.of(new Document("_id", 1).append("a", 1), new Document("_id", 2)));
        store.notes().createIndex(Indexes.ascending("a"));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            hint                | {find: 'notes', hint: {a: 1}}
            collation           | {find: 'notes', collation: {locale: 'de'}}
            min                 | {find: 'notes', min: {a: 1}}
            max                 | {find: 'notes', max: {a: 1}}
            let                 | {find: 'notes', let: {x: 1}}
            returnKey           | {find: 'notes', returnKey: true}
            showRecordId        | {find: 'notes', showRecordId: true}
            tailable            | {find: 'notes', tailable: true}
            awaitData           | {find: 'notes', awaitData: true}
            noCursorTimeout     | {find: 'notes', noCursorTimeout: true}
            allowDiskUse        | {find: 'notes', allowDiskUse: true}
            snapshot            | {find: 'notes', readConcern: {level: 'snapshot'}}
            hint                | {count: 'notes', hint: 'a_1'}
            collation           | {count: 'notes', collation: {locale: 'de'}}
            collation           | {distinct: 'notes', key: 'a', collation: {locale: 'de'}}
            hint                | {distinct: 'notes', key: 'a', hint: 'a_1'}
            hint                | {aggregate: 'notes', pipeline: [], cursor: {}, hint: 'a_1'}
            collation           | {aggregate: 'notes', pipeline: [], cursor: {}, collation: {locale: 'de'}}
            explain             | {aggregate: 'notes', pipeline: [], explain: true}
            allowDiskUse        | {aggregate: 'notes', pipeline: [], cursor: {}, allowDiskUse: true}
            let                 | {aggregate: 'notes', pipeline: [], cursor: {}, let: {x: 1}}
            $changeStream       | {aggregate: 'notes', pipeline: [{$changeStream: {}}], cursor: {}}
            $out                | {aggregate: 'notes', pipeline: [{$out: 'more'}], cursor: {}}
            $merge              | {aggregate: 'notes', pipeline: [{$match: {}}, {$merge: 'more'}], cursor: {}}
            without a collection | {aggregate: 1, pipeline: [{$documents: [{}]}], cursor: {}}
            bypassDocumentValidation | {insert: 'notes', documents: [{_id: 9}], bypassDocumentValidation: true}
            lsid                | {insert: 'notes', documents: [{_id: 9}], lsid: {id: 1}, txnNumber: 1}
            startTransaction    | {insert: 'notes', documents: [{_id: 9}], startTransaction: true}
            txnNumber           | {insert: 'notes', documents: [{_id: 9}], txnNumber: 1}
            arrayFilters        | {update: 'notes', updates: [{q: {}, u: {$set: {'a.$[x]': 9}}, arrayFilters: [{x: 1}]}]}
            hint                | {update: 'notes', updates: [{q: {}, u: {$set: {a: 9}}, hint: 'a_1'}]}
            collation           | {update: 'notes', updates: [{q: {}, u: {$set: {a: 9}}, collation: {locale: 'de'}}]}
            sort                | {update: 'notes', updates: [{q: {}, u: {$set: {a: 9}}, sort: {a: 1}}]}
            pipeline            | {update: 'notes', updates: [{q: {}, u: [{$set: {a: 9}}]}]}
            bypassDocumentValidation | {update: 'notes', updates: [{q: {}, u: {a: 9}}], bypassDocumentValidation: true}
            hint                | {delete: 'notes', deletes: [{q: {}, limit: 0, hint: 'a_1'}]}
            collation           | {delete: 'notes', deletes: [{q: {}, limit: 0, collation: {locale: 'de'}}]}
            arrayFilters        | {findAndModify: 'notes', update: {$set: {'a.$[x]': 9}}, arrayFilters: [{x: 1}]}
            pipeline            | {findAndModify: 'notes', update: [{$set: {a: 9}}]}
            hint                | {findAndModify: 'notes', remove: true, hint: 'a_1'}
            collation           | {findAndModify: 'notes', remove: true, collation: {locale: 'de'}}
            partialFilterExpression | {createIndexes: 'notes', indexes: [{key: {b: 1}, name: 'b', partialFilterExpression: {b: 1}}]}
            expireAfterSeconds  | {createIndexes: 'notes', indexes: [{key: {b: 1}, name: 'b', expireAfterSeconds: 0}]}
            collation           | {createIndexes: 'notes', indexes: [{key: {b: 1}, name: 'b', collation: {locale: 'de'}}]}
            hidden              | {createIndexes: 'notes', indexes: [{key: {b: 1}, name: 'b', hidden: true}]}
            ns                  | {createIndexes: 'notes', indexes: [{key: {b: 1}, name: 'b', ns: 'test.more'}]}
            text                | {createIndexes: 'notes', indexes: [{key: {b: 'text'}, name: 'b'}]}
            hashed              | {createIndexes: 'notes', indexes: [{key: {b: 'hashed'}, name: 'b'}]}
            2dsphere            | {createIndexes: 'notes', indexes: [{key: {b: '2dsphere'}, name: 'b'}]}
            $**                 | {createIndexes: 'notes', indexes: [{key: {'$**': 1}, name: 'b'}]}
            _id: -1             | {createIndexes: 'notes', indexes: [{key: {_id: -1}, name: 'b'}]}
            a..b                | {createIndexes: 'notes', indexes: [{key: {'a..b': 1}, name: 'b'}]}
            hidden              | {createIndexes: 'notes', indexes: [{key: {b: 1}, name: 'b'}, {key: {c: 1}, name: 'c', hidden: true}]}
            capped              | {create: 'more', capped: true, size: 1000}
            validator           | {create: 'more', validator: {a: 1}}
            collation           | {create: 'more', collation: {locale: 'de'}}
            viewOn              | {create: 'more', viewOn: 'notes', pipeline: []}
            timeseries          | {create: 'more', timeseries: {timeField: 'a'}}
            fsync               | {insert: 'notes', documents: [{_id: 9}], writeConcern: {fsync: true}}
            """)
    void refusesAnOptionThatItWouldNotHonour(String named, String command) {
        refuses(command, INVALID_OPTIONS, named);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            explain             | {explain: {find: 'notes'}}
            commitTransaction   | {commitTransaction: 1}
            abortTransaction    | {abortTransaction: 1}
            startSession        | {startSession: 1}
            renameCollection    | {renameCollection: 'test.notes', to: 'test.more'}
            collMod             | {collMod: 'notes', validator: {a: 1}}
            convertToCapped     | {convertToCapped: 'notes', size: 1000}
            mapReduce           | {mapReduce: 'notes', map: '', reduce: '', out: 'more'}
            bulkWrite           | {bulkWrite: 1, ops: [{insert: 0, document: {_id: 9}}], nsInfo: [{ns: 'test.notes'}]}
            createUser          | {createUser: 'me', pwd: 'mine', roles: []}
            getLastError        | {getLastError: 1}
            eval                | {eval: 'return 1'}
            """)
    void refusesACommandThatItDoesNotHave(String command, String whole) {
        refuses(whole, COMMAND_NOT_FOUND, command);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $where              | {find: 'notes', filter: {$where: 'true'}}
            $search             | {find: 'notes', filter: {$text: {$search: 'a'}}}
            $jsonSchema         | {find: 'notes', filter: {$jsonSchema: {required: ['b']}}}
            $near               | {find: 'notes', filter: {a: {$near: [1, 2]}}}
            $other              | {find: 'notes', filter: {a: {$other: 1}}}
            $other              | {find: 'notes', filter: {$other: 1}}
            $other              | {count: 'notes', query: {a: {$other: 1}}}
            $other              | {delete: 'notes', deletes: [{q: {a: {$other: 1}}, limit: 0}]}
            $other              | {update: 'notes', updates: [{q: {}, u: {$other: {a: 1}}}]}
            $other              | {findAndModify: 'notes', update: {$other: {a: 1}}}
            $other              | {aggregate: 'notes', pipeline: [{$other: {}}], cursor: {}}
            sort                | {find: 'notes', sort: {a: {$meta: 'textScore'}}}
            batchSize           | {find: 'notes', batchSize: -1}
            limit               | {find: 'notes', limit: -1}
            filter              | {find: 'notes', filter: 1}
            documents           | {insert: 'notes', documents: 1}
            documents           | {insert: 'notes', documents: [{_id: 9}, 1]}
            updates             | {update: 'notes'}
            limit               | {delete: 'notes', deletes: [{q: {}}]}
            name                | {createIndexes: 'notes', indexes: [{key: {b: 1}}]}
            key                 | {createIndexes: 'notes', indexes: [{name: 'b'}]}
            system              | {insert: 'system.indexes', documents: [{_id: 9}]}
            no                  | {insert: 'no\\u0000tes', documents: [{_id: 9}]}
            """)
    void refusesWhatItDoesNotUnderstand(String named, String command) {
        var before = state();
        try {
            var reply = store.run(command);
            assertThat(reply.toJson()).contains("writeErrors").contains(named);
        } catch (MongoCommandException refusal) {
            assertThat(refusal.getErrorMessage()).contains(named);
            assertThat(refusal.getErrorCode()).isNotEqualTo(1);
        }
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {find: 'nothing', filter: {a: {$other: 1}}}
            {count: 'nothing', query: {a: {$other: 1}}}
            {count: 'notes', query: {_id: 77, b: {$other: 1}}}
            {distinct: 'notes', key: 'a', query: {_id: 77, b: {$other: 1}}}
            {aggregate: 'notes', pipeline: [{$match: {_id: 77}}, {$match: {b: {$other: 1}}}], cursor: {}}
            {find: 'notes', filter: {_id: 77, $other: 1}}
            {find: 'notes', filter: {_id: 77, b: {$gt: 1, $other: 1}}}
            {find: 'notes', filter: {_id: 77, $and: [{c: 1}, {b: {$other: 1}}]}}
            {find: 'notes', filter: {$or: [{_id: 1}, {_id: 2}, {b: {$other: 1}}]}}
            {find: 'notes', filter: {$nor: [{_id: 1}, {_id: 2}, {$or: [{b: {$other: 1}}]}]}}
            {find: 'notes', filter: {b: {$not: {$gt: 1, $other: 1}}}}
            {find: 'notes', filter: {b: {$elemMatch: {$other: 1}}}}
            {find: 'notes', filter: {b: {$elemMatch: {c: {$other: 1}}}}}
            {find: 'notes', filter: {b: {$elemMatch: {$or: [{c: {$other: 1}}]}}}}
            """)
    void refusesAnUnknownOperatorAlsoWhereNoDocumentMeetsIt(String command) {
        var refusal = store.refusalOf(command);
        assertThat(refusal).isNotNull();
        assertThat(refusal.getErrorMessage()).contains("$other");
    }

    @Test
    void leavesAnExpressionToTheDocuments() {
        store.collection("texts").insertOne(new Document("a", "four"));
        var found = store.run("{count: 'texts', query: {$expr: {$eq: [{$strLenCP: '$a'}, 4]}}}");
        assertThat(found.getInteger("n")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2     | BadValue          | {find: 'notes', batchSize: -1}
            2     | BadValue          | {createIndexes: 'notes', indexes: [{key: {b: 1}}]}
            2     | BadValue          | {createIndexes: 'notes', indexes: [{name: 'b'}]}
            2     | BadValue          | {dropIndexes: 'notes'}
            2     | BadValue          | {killCursors: 'notes', cursors: ['a']}
            14    | TypeMismatch      | {find: 'notes', filter: 1}
            26    | NamespaceNotFound | {drop: 'nothing'}
            26    | NamespaceNotFound | {validate: 'nothing'}
            72    | InvalidOptions    | {find: 'notes', hint: 'a_1'}
            100   | UnsatisfiableWriteConcern | {insert: 'notes', documents: [{_id: 9}], writeConcern: {w: 2}}
            40414 | Location40414     | {update: 'notes'}
            """)
    void saysWhichFaultItIsAsAServerDoes(int code, String name, String command) {
        var refusal = store.refusalOf(command);
        assertThat(refusal.getErrorCode()).isEqualTo(code);
        assertThat(refusal.getErrorCodeName()).isEqualTo(name);
    }

    private static void refuses(String command, int code, String named) {
        var before = state();
        var refusal = store.refusalOf(command);
        assertThat(refusal).isNotNull();
        assertThat(refusal.getErrorCode()).isEqualTo(code);
        assertThat(refusal.getErrorMessage()).contains(named);
        assertThat(state()).isEqualTo(before);
    }

    /** All there is. */
    private static List<Document> state() {
        var state = new ArrayList<Document>();
        store.database().listCollections().into(state);
        for (var name : store.database().listCollectionNames()) {
            state.addAll(all(store.collection(name).listIndexes()));
            state.addAll(all(store.collection(name).find()));
        }
        return state;
    }
}
