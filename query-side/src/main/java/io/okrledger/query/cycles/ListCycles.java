package io.okrledger.query.cycles;

import io.okrledger.query.support.Paging;
import org.jspecify.annotations.Nullable;

record ListCycles(@Nullable CycleStatus status, Paging paging) {}
