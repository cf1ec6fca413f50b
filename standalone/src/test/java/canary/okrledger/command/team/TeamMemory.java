package canary.okrledger.command.team;

import com.mongodb.client.MongoDatabase;

public record TeamMemory(MongoDatabase database) {}
