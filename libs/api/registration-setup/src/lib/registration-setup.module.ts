import { Module } from '@nestjs/common';
import { InvitationsController } from './invitations/invitations.controller';
import { InvitationsRepository } from './invitations/invitations.repository';
import { InvitationsService } from './invitations/invitations.service';
import { OwnersRepository } from './owners.repository';
import { QuestionsController } from './questions/questions.controller';
import { QuestionsRepository } from './questions/questions.repository';
import { QuestionsService } from './questions/questions.service';
import { RulesController } from './rules/rules.controller';
import { RulesRepository } from './rules/rules.repository';
import { RulesService } from './rules/rules.service';
import { SetupAudit } from './setup-audit';

/** How one registers for a series or a session: rules, questions, invitations. */
@Module({
  controllers: [InvitationsController, QuestionsController, RulesController],
  providers: [
    InvitationsRepository,
    InvitationsService,
    OwnersRepository,
    QuestionsRepository,
    QuestionsService,
    RulesRepository,
    RulesService,
    SetupAudit,
  ],
})
export class RegistrationSetupModule {}
