package io.okrledger.query.timeline;

import io.okrledger.query.support.Paging;

record ListTimeline(StreamId streamId, Paging paging) {}
