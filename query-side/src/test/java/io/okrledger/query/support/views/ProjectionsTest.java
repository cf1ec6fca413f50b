package io.okrledger.query.support.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.mongodb.client.MongoDatabase;
import io.okrledger.query.support.QuerySideTest;
import io.okrledger.query.support.slots.Slot;
import java.util.HashSet;
import org.axonframework.config.EventProcessingConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QuerySideTest
class ProjectionsTest {

    @Autowired
    private Projections projections;

    @Autowired
    private EventProcessingConfiguration processors;

    @Autowired
    private ViewStores served;

    @Autowired
    private MongoDatabase database;

    @Test
    void knowsTheProjectionsOfEveryProcessor() {
        assertThat(projections.byName())
                .allSatisfy((model, types) -> assertThat(processors.eventProcessors())
                        .containsKeys(Slot.BLUE.of(model), Slot.GREEN.of(model)))
                .hasSize(processors.eventProcessors().size() / Slot.values().length)
                .hasEntrySatisfying("catalogue", types -> assertThat(types).hasSizeGreaterThan(1))
                .hasEntrySatisfying("timeline", types -> assertThat(types).hasSize(1));
    }

    @Test
    void makesEachOnceMoreOverOtherStores() {
        var others = new ViewStores(database);
        var made = new HashSet<Class<?>>();
        projections
                .byName()
                .keySet()
                .forEach(name -> projections.create(name, others).forEach(one -> made.add(one.getClass())));

        assertThat(made)
                .hasSameSizeAs(projections.byName().values().stream()
                        .flatMap(types -> types.stream())
                        .toList());
        assertThat(others.shapes()).isEqualTo(served.shapes());
    }

    @Test
    void hasNoneOfAnUnknownName() {
        assertThatIllegalArgumentException().isThrownBy(() -> projections.create("horoscope", served));
    }
}
