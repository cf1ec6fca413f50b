package canary.okrledger.query.goals;

import canary.okrledger.command.goal.GoalWords;
import org.bson.Document;
import org.springframework.http.HttpStatus;

public record GoalView(GoalWords words, Document document, HttpStatus status) {}
