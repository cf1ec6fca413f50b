package io.okrledger.query.timeline;

import io.okrledger.query.support.paging.Paging;

record ListTimeline(StreamId streamId, Paging paging) {}
