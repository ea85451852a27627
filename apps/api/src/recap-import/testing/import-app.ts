import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DynamicModule } from '@nestjs/common';
import { FeatureApp, JobsModule, startFeature, type Clock } from '@reihe/api-platform';
import { ImportWorker, RecapImportModule } from '@reihe/api-recap-import';
import { REACHABLE, type Reachable } from '@reihe/api-recap-sources';
import { RecapsModule } from '@reihe/api-recaps';
import type { Page } from '@reihe/shared-contracts';
import {
  recapImportPaths,
  UPLOAD_CHUNK_BYTES,
  type ImportArticle,
  type RecapImport,
  type RunRecapImport,
} from '@reihe/shared-editorial';

/** Imports as they run: recaps write, the picture library receives; no worker but the one the spec is. */
export class ImportApp extends FeatureApp {
  folder = '';

  /** @param reachable which hosts may be asked; the public net where nothing is said */
  static async openAt(clock: Clock, reachable?: Reachable): Promise<ImportApp> {
    const folder = mkdtempSync(join(tmpdir(), 'reihe-import-'));
    const app = await startFeature(
      {
        clock,
        modules: [JobsModule, RecapsModule, RecapImportModule, ...(reachable ? [reaching(reachable)] : [])],
        role: 'editor',
        config: { storageDir: folder },
      },
      (parts) => new ImportApp(parts),
    );
    app.folder = folder;
    return app;
  }

  override async close(): Promise<void> {
    await super.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.database.dataSource.query<Row[]>(sql, parameters);
  }

  async count(table: string): Promise<number> {
    const [row] = await this.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
    return row?.count ?? 0;
  }

  async aSeries(slug: string): Promise<string> {
    const [row] = await this.query<{ id: string }>(
      `WITH made AS (
         INSERT INTO series (slug, state, starts_on, ends_on, default_language, time_zone)
         VALUES ($1, 'published', '2020-03-01', '2020-12-15', 'en', 'Europe/Berlin') RETURNING id),
       titled AS (INSERT INTO series_translations (series_id, language, title) SELECT id, 'en', $1 FROM made)
       SELECT id FROM made`,
      [slug],
    );
    return row?.id ?? '';
  }

  async aSession(seriesId: string, title: string, day: string): Promise<string> {
    const [row] = await this.query<{ id: string }>(
      `WITH made AS (
         INSERT INTO sessions (series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages)
         VALUES ($1, gen_random_uuid()::text, 'held', 'exchange', $3::date + time '12:00', $3::date + time '14:00', '', '', 'UTC', '{en}')
         RETURNING id),
       titled AS (INSERT INTO session_translations (session_id, language, title) SELECT id, 'en', $2 FROM made)
       SELECT id FROM made`,
      [seriesId, title, day],
    );
    return row?.id ?? '';
  }

  /** As a browser sends it. */
  async send(seriesId: string, contents: Uint8Array, fileName = 'export.zip'): Promise<RecapImport> {
    const body = { seriesId, fileName, byteSize: contents.byteLength };
    let sent = await this.answer<RecapImport>('post', recapImportPaths.all, body);
    while (sent.received < contents.byteLength) {
      const { id, received } = sent;
      const part = Buffer.from(contents.subarray(received, received + UPLOAD_CHUNK_BYTES));
      sent = (await this.part(id, received, part).expect(200)).body as RecapImport;
    }
    return sent;
  }

  part(id: string, offset: number, bytes: Buffer) {
    return this.call('put', `${recapImportPaths.file(id)}?offset=${offset}`)
      .set('Content-Type', 'application/octet-stream')
      .send(bytes);
  }

  /** Sent and read. */
  async read(seriesId: string, contents: Uint8Array, fileName?: string): Promise<RecapImport> {
    const { id } = await this.send(seriesId, contents, fileName);
    await this.work();
    return this.one(id);
  }

  work(): Promise<void> {
    return this.get(ImportWorker).workOff();
  }

  one(id: string): Promise<RecapImport> {
    return this.answer('get', recapImportPaths.one(id));
  }

  async articles(id: string): Promise<ImportArticle[]> {
    return (await this.answer<Page<ImportArticle>>('get', `${recapImportPaths.articles(id)}?pageSize=100`))
      .items;
  }

  /** Asked for; the worker is the spec's to start. */
  run({ id, version }: RecapImport, change: Partial<RunRecapImport> = {}): Promise<RecapImport> {
    const body: RunRecapImport = { version, fetchesPictures: false, keepsDates: false, ...change };
    return this.answer('post', recapImportPaths.run(id), body);
  }

  /** To its end. */
  async imported(read: RecapImport, change: Partial<RunRecapImport> = {}): Promise<RecapImport> {
    await this.run(read, change);
    await this.work();
    return this.one(read.id);
  }

  undo({ id, version }: RecapImport): Promise<RecapImport> {
    return this.answer('post', recapImportPaths.undo(id), { version });
  }
}

function reaching(reachable: Reachable): DynamicModule {
  return {
    module: class Surroundings {},
    global: true,
    providers: [{ provide: REACHABLE, useValue: reachable }],
    exports: [REACHABLE],
  };
}
