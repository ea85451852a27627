import { type DynamicModule, Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { CorrespondenceModule } from '@reihe/api-correspondence';
import { DashboardsModule } from '@reihe/api-dashboards';
import { DemoModule } from '@reihe/api-demo';
import { DirectoryModule } from '@reihe/api-directory';
import { AttendanceModule } from '@reihe/api-attendance';
import { FiguresModule } from '@reihe/api-figures';
import { EditingModule, IdentityModule } from '@reihe/api-identity';
import { FollowUpModule } from '@reihe/api-follow-up';
import { MailModule } from '@reihe/api-mail';
import { MediaModule } from '@reihe/api-media';
import { MySessionsModule } from '@reihe/api-my-sessions';
import { PersistenceModule } from '@reihe/api-persistence';
import { type Config, JobsModule, PlatformModule } from '@reihe/api-platform';
import { PlanningModule } from '@reihe/api-planning';
import { PrivacyModule } from '@reihe/api-privacy';
import { ProgrammeModule } from '@reihe/api-programme';
import { SchedulingModule } from '@reihe/api-scheduling';
import { PublicFiguresModule } from '@reihe/api-public-figures';
import { PublicProgrammeModule } from '@reihe/api-public-programme';
import { QuestionsModule } from '@reihe/api-questions';
import { RecapDeskModule } from '@reihe/api-recap-desk';
import { RecapDraftsModule } from '@reihe/api-recap-drafts';
import { RecapImportModule } from '@reihe/api-recap-import';
import { RecapExchangeModule } from '@reihe/api-recap-exchange';
import { RecapReadingModule } from '@reihe/api-recap-reading';
import { RecapsModule } from '@reihe/api-recaps';
import { RegistrationModule } from '@reihe/api-registration';
import { RegistrationDeskModule } from '@reihe/api-registration-desk';
import { RegistrationSetupModule } from '@reihe/api-registration-setup';
import { ReportsModule } from '@reihe/api-reports';
import { HealthController } from './health/health.controller';
import { HealthRepository } from './health/health.repository';
import { PortalModule } from './portal/portal.module';
import { RequestLogModule } from './request-log.module';

/** Wires the features; has no rules of its own. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        RequestLogModule.at(config.logLevel),
        ThrottlerModule.forRoot([{ ttl: 60_000, limit: 600 }]),
        PersistenceModule.forDatabase({ url: config.databaseUrl, poolSize: config.poolSize }),
        PlatformModule.withConfig(config),
        JobsModule,
        // First what many people ask for: Express looks for a route from the first one on.
        RegistrationModule,
        PublicProgrammeModule,
        MySessionsModule,
        PortalModule,
        IdentityModule,
        EditingModule,
        MailModule,
        MediaModule,
        DirectoryModule,
        ProgrammeModule,
        SchedulingModule,
        PlanningModule,
        QuestionsModule,
        RegistrationDeskModule,
        RegistrationSetupModule,
        CorrespondenceModule,
        FollowUpModule,
        RecapsModule,
        RecapDeskModule,
        RecapDraftsModule,
        RecapImportModule,
        RecapExchangeModule,
        RecapReadingModule,
        PublicFiguresModule,
        AttendanceModule,
        FiguresModule,
        ReportsModule,
        PrivacyModule,
        DashboardsModule,
        DemoModule,
      ],
      controllers: [HealthController],
      providers: [HealthRepository],
    };
  }
}
