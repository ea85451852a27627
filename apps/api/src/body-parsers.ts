import type { NestExpressApplication } from '@nestjs/platform-express';
import { API_BASE, apiPaths } from '@reihe/shared-contracts';
import { json } from 'express';

/** A sheet of 500 rows with long texts is larger than any other body: what is read of it comes back to be checked and imported. */
const SHEETS = [apiPaths.importSessions, apiPaths.importPeople].map((path) => API_BASE + path);

export function parseBodies(app: NestExpressApplication): void {
  app.use(SHEETS, json({ limit: '6mb' }));
  app.useBodyParser('json', { limit: '1mb' });
  app.useBodyParser('urlencoded', { limit: '200kb', extended: false });
}
