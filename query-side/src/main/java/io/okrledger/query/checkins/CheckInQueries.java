package io.okrledger.query.checkins;

import io.okrledger.query.support.paging.Page;
import io.okrledger.query.support.views.Conditions;
import io.okrledger.query.support.views.ViewStore;
import io.okrledger.query.support.views.ViewStores;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

@Component
class CheckInQueries {

    private final ViewStore<CheckInView> checkIns;

    CheckInQueries(ViewStores stores) {
        checkIns = CheckInProjection.open(stores);
    }

    @QueryHandler
    Optional<CheckInView> answer(FindCheckIn query) {
        return checkIns.find(query.checkInId().toString(), query.asOf());
    }

    @QueryHandler
    Page<CheckInView> answer(ListCheckIns query) {
        return checkIns.page(Conditions.where("keyResultId", query.keyResultId()), query.paging(), query.asOf());
    }
}
