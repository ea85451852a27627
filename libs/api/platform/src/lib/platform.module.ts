import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { PermissionGuard } from './access/permission.guard';
import { ProofOfWork } from './abuse/proof-of-work';
import { SpentProofsRepository } from './abuse/spent-proofs.repository';
import { AuditRepository } from './audit/audit.repository';
import { AuditTrail } from './audit/audit-trail';
import { RegistrationNews } from './audit/registration-news';
import { Config } from './config/config';
import { PublicHolidays } from './holidays/public-holidays';
import { JoinAddresses } from './links/join-addresses';
import { JoinLinksRepository } from './links/join-links.repository';
import { PersonalLinks } from './links/personal-links';
import { PersonalLinksRepository } from './links/personal-links.repository';
import { Notices } from './notices/notices';
import { PlaceFinder } from './places/place-finder';
import { ProblemFilter } from './problems/problem.filter';
import { bodyValidation } from './requests/validation.pipe';
import { Clock, SystemClock } from './time/clock';
import { OwnedRows } from './writing/owned-rows.repository';

/** What every feature stands on: config, clock, audit; and what guards every route: access, validation, problems. */
@Global()
@Module({})
export class PlatformModule {
  static withConfig(config: Config): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: Config, useValue: config },
        { provide: Clock, useClass: SystemClock },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: bodyValidation },
        { provide: APP_GUARD, useClass: PermissionGuard },
        AuditRepository,
        AuditTrail,
        RegistrationNews,
        JoinAddresses,
        JoinLinksRepository,
        Notices,
        PersonalLinks,
        PersonalLinksRepository,
        PlaceFinder,
        ProofOfWork,
        SpentProofsRepository,
        OwnedRows,
        PublicHolidays,
      ],
      exports: [
        Config,
        Clock,
        AuditTrail,
        JoinAddresses,
        Notices,
        PersonalLinks,
        PlaceFinder,
        ProofOfWork,
        SpentProofsRepository,
        OwnedRows,
        PublicHolidays,
      ],
    };
  }
}
