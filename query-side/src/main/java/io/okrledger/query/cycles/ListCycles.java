package io.okrledger.query.cycles;

import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Paging;
import org.jspecify.annotations.Nullable;

record ListCycles(@Nullable CycleStatus status, AsOf asOf, Paging paging) {}
