package canary.okrledger.events;

import canary.okrledger.log.LogOfGoals;
import org.axonframework.serialization.Revision;

@Revision("1")
record WellConnectedWord(LogOfGoals log) {}
