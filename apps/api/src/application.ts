import 'reflect-metadata';
import { RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Config } from '@reihe/api-platform';
import { API_BASE } from '@reihe/shared-contracts';
import compression from 'compression';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { serveOpenApi } from './openapi/openapi-document';
import { serveFrontEnds } from './portal/front-ends';
import { securityHeaders } from './security';

const rootRoutes = ['/health/live', '/health/ready'];

/** The application with everything in front of its routes, not yet listening. */
export async function createApplication(config: Config): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config), { bufferLogs: true });
  app.useLogger(app.get(Logger));
  app.set('trust proxy', 'loopback');
  app.disable('x-powered-by');
  app.use(securityHeaders(config.baseUrl));
  app.use(compression());
  app.useBodyParser('json', { limit: '1mb' });
  app.useBodyParser('urlencoded', { limit: '200kb', extended: false });
  app.setGlobalPrefix(API_BASE.slice(1), {
    exclude: rootRoutes.map((path) => ({ path, method: RequestMethod.ALL })),
  });
  serveOpenApi(app);
  serveFrontEnds(app);
  app.enableShutdownHooks();
  return app;
}
