import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { Answers, CurrentStaff, RequirePermission, Takes } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import type { RegistrationRulesOf } from '@reihe/shared-registration';
import { OwnerParams } from '../owner';
import { SaveRegistrationRulesBody } from './rules.bodies';
import { RulesService } from './rules.service';

@Controller('registration-setup/:kind/:id/rules')
export class RulesController {
  constructor(private readonly rules: RulesService) {}

  @Get()
  @RequirePermission('programme.read')
  @Answers('RegistrationRulesOf')
  readRules(@Param() owner: OwnerParams): Promise<RegistrationRulesOf> {
    return this.rules.get(owner);
  }

  @Put()
  @RequirePermission('programme.write')
  @Takes('SaveRegistrationRules')
  @Answers('RegistrationRulesOf')
  saveRules(
    @Param() owner: OwnerParams,
    @Body() body: SaveRegistrationRulesBody,
    @CurrentStaff() staff: Me,
  ): Promise<RegistrationRulesOf> {
    return this.rules.save(owner, body, staff);
  }
}
