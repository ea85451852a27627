import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  Answers,
  AnswersNothing,
  CurrentStaff,
  Field,
  ForEveryone,
  NotCached,
  RequirePermission,
  Takes,
} from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import {
  withdrawCertificateRules,
  type CertificateCheck,
  type WithdrawCertificate,
} from '@reihe/shared-registration';
import { Certificates } from './certificates.service';

export class WithdrawCertificateBody implements WithdrawCertificate {
  @Field(withdrawCertificateRules.reason) reason: string;
}

@Controller('certificates')
export class CertificatesController {
  constructor(private readonly certificates: Certificates) {}

  @Get(':code')
  @NotCached()
  @ForEveryone()
  @Answers('CertificateCheck')
  check(@Param('code') code: string): Promise<CertificateCheck> {
    return this.certificates.check(code);
  }

  @Post(':id/withdraw')
  @HttpCode(204)
  @RequirePermission('registrations.write')
  @Takes('WithdrawCertificate')
  @AnswersNothing()
  withdraw(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: WithdrawCertificateBody,
    @CurrentStaff() me: Me,
  ): Promise<void> {
    return this.certificates.withdraw(id, reason, me.id);
  }

  @Post(':id/reissue')
  @HttpCode(204)
  @RequirePermission('registrations.write')
  @AnswersNothing()
  reissue(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() me: Me): Promise<void> {
    return this.certificates.reissue(id, me.id);
  }
}
