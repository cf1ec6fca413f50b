package canary.okrledger.query.goals;

import jakarta.annotation.Resource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

public class GoalController {

    @Autowired
    GoalService queries;

    @Resource
    GoalQueries others;

    @Value("${okr.clock}")
    String clock;
}
