package io.okrledger.command.team;

import io.okrledger.command.support.lines.LineType;
import io.okrledger.command.support.lines.Request;
import io.okrledger.command.support.requests.NoFields;
import io.okrledger.command.team.TeamCommand.RegisterTeam;
import io.okrledger.command.team.TeamController.TeamRegistration;
import io.okrledger.events.team.TeamId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an import says of teams. */
@Configuration(proxyBeanMethods = false)
class TeamLines {

    @Bean
    LineType<NoFields, TeamRegistration> teamLine() {
        return LineType.making(
                "team", TeamId.class, TeamId::new, NoFields.class, TeamRegistration.class, (id, place, body, at) -> {
                    var command = new RegisterTeam(id, body.name(), body.parentTeamId());
                    return new Request(id, id, command);
                });
    }
}
