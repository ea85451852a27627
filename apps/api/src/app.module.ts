import { type DynamicModule, Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { PersistenceModule } from '@reihe/api-persistence';
import { type Config, PlatformModule, PortalRenderer } from '@reihe/api-platform';
import { LoggerModule } from 'nestjs-pino';
import { HealthController } from './health/health.controller';
import { HealthRepository } from './health/health.repository';
import { loggingOptions } from './logging';
import { PortalPages } from './portal/portal-pages';

/** Wires the features; has no rules of its own. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        LoggerModule.forRoot(loggingOptions()),
        ThrottlerModule.forRoot([{ ttl: 60_000, limit: 600 }]),
        PersistenceModule.forDatabase({ url: config.databaseUrl, poolSize: config.poolSize }),
        PlatformModule.withConfig(config),
      ],
      controllers: [HealthController],
      providers: [HealthRepository, PortalPages, { provide: PortalRenderer, useExisting: PortalPages }],
    };
  }
}
