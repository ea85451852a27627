import 'reflect-metadata';
import { RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { newsRootRoutes } from '@reihe/api-correspondence';
import { directoryRootRoutes } from '@reihe/api-directory';
import { followUpRootRoutes } from '@reihe/api-follow-up';
import { installSignIn } from '@reihe/api-identity';
import { mediaRootRoutes } from '@reihe/api-media';
import { mySessionsRootRoutes } from '@reihe/api-my-sessions';
import type { Config } from '@reihe/api-platform';
import { publicFiguresRootRoutes } from '@reihe/api-public-figures';
import { publicProgrammeRootRoutes } from '@reihe/api-public-programme';
import { recapReadingRootRoutes } from '@reihe/api-recap-reading';
import { registrationRootRoutes } from '@reihe/api-registration';
import { API_BASE, apiPaths } from '@reihe/shared-contracts';
import compression from 'compression';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { parseBodies } from './body-parsers';
import { serveOpenApi } from './openapi/openapi-document';
import { serveFrontEnds } from './portal/front-ends';
import { RequestLogModule } from './request-log.module';
import { securityHeaders } from './security';
import { openShortWay } from './short-way';

/** Addresses that are public for good and so stand outside of the API's versioned prefix. */
const rootRoutes = [
  '/health/live',
  '/health/ready',
  ...mediaRootRoutes,
  ...directoryRootRoutes,
  ...publicProgrammeRootRoutes,
  ...registrationRootRoutes,
  ...mySessionsRootRoutes,
  ...newsRootRoutes,
  ...followUpRootRoutes,
  ...recapReadingRootRoutes,
  ...publicFiguresRootRoutes,
];

/** The application with everything in front of its routes, not yet listening. */
export async function createApplication(config: Config): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config), { bufferLogs: true });
  app.useLogger(app.get(Logger));
  app.set('trust proxy', config.trustedProxies);
  app.disable('x-powered-by');
  const secure = securityHeaders(config.baseUrl);
  openShortWay(app, API_BASE + apiPaths.register, () => [secure, ...app.get(RequestLogModule).middlewares]);
  app.use(secure);
  app.use(compression());
  parseBodies(app);
  app.setGlobalPrefix(API_BASE.slice(1), {
    exclude: rootRoutes.map((path) => ({ path, method: RequestMethod.ALL })),
  });
  installSignIn(app);
  serveOpenApi(app);
  serveFrontEnds(app);
  app.enableShutdownHooks();
  return app;
}
