import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { AccountRepository } from './accounts/account.repository';
import { AccountsController } from './accounts/accounts.controller';
import { AccountsService } from './accounts/accounts.service';
import { AuditLogController } from './audit/audit-log.controller';
import { AuditLogRepository } from './audit/audit-log.repository';
import { AuditLogService } from './audit/audit-log.service';
import { CsrfGuard } from './sign-in/csrf';
import { LocalStrategy } from './sign-in/local.strategy';
import { SignInController } from './sign-in/sign-in.controller';
import { StaffSerializer } from './sign-in/staff-serializer';
import { StaffSessions } from './sign-in/staff-sessions';

@Module({
  imports: [PassportModule.register({ session: true })],
  controllers: [SignInController, AccountsController, AuditLogController],
  providers: [
    AccountRepository,
    AccountsService,
    AuditLogRepository,
    AuditLogService,
    LocalStrategy,
    StaffSerializer,
    StaffSessions,
    { provide: APP_GUARD, useClass: CsrfGuard },
  ],
  exports: [AccountsService, StaffSessions],
})
export class IdentityModule {}
