import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Answers, AnswersNothing, CurrentStaff, RequirePermission, Takes } from '@reihe/api-platform';
import type { Me, Page } from '@reihe/shared-contracts';
import type { InvitationCode, InvitedAddress, InvitedAddressesAnswer } from '@reihe/shared-registration';
import { OwnerParams } from '../owner';
import { CreateInvitationCodeBody, InviteAddressesBody, InvitedAddressesQuery } from './invitation.bodies';
import { InvitationsService } from './invitations.service';

@Controller('registration-setup')
export class InvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  @Get(':kind/:id/codes')
  @RequirePermission('registrations.read')
  @Answers('InvitationCode[]')
  readCodes(@Param() owner: OwnerParams): Promise<InvitationCode[]> {
    return this.invitations.codes(owner);
  }

  @Post(':kind/:id/codes')
  @RequirePermission('registrations.write')
  @Takes('CreateInvitationCode')
  @Answers('InvitationCode[]', 201)
  createCode(
    @Param() owner: OwnerParams,
    @Body() body: CreateInvitationCodeBody,
    @CurrentStaff() staff: Me,
  ): Promise<InvitationCode[]> {
    return this.invitations.createCode(owner, body, staff);
  }

  @Post('codes/:id/revoke')
  @HttpCode(204)
  @RequirePermission('registrations.write')
  @AnswersNothing()
  revokeCode(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() staff: Me): Promise<void> {
    return this.invitations.revokeCode(id, staff);
  }

  @Get(':kind/:id/addresses')
  @RequirePermission('registrations.read')
  @Answers('Page<InvitedAddress>')
  readAddresses(
    @Param() owner: OwnerParams,
    @Query() query: InvitedAddressesQuery,
  ): Promise<Page<InvitedAddress>> {
    return this.invitations.addresses(owner, query);
  }

  @Post(':kind/:id/addresses')
  @RequirePermission('registrations.write')
  @Takes('InviteAddresses')
  @Answers('InvitedAddressesAnswer', 201)
  invite(
    @Param() owner: OwnerParams,
    @Body() { lines }: InviteAddressesBody,
    @CurrentStaff() staff: Me,
  ): Promise<InvitedAddressesAnswer> {
    return this.invitations.invite(owner, lines, staff);
  }

  @Delete('addresses/:id')
  @HttpCode(204)
  @RequirePermission('registrations.write')
  @AnswersNothing()
  removeAddress(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() staff: Me): Promise<void> {
    return this.invitations.removeAddress(id, staff);
  }
}
