import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { tooLarge, wrongOffset } from '@reihe/api-media';
import type { RecapImportRow } from '@reihe/api-persistence';
import {
  Clock,
  Config,
  fallbackOrder,
  invalidFields,
  outdatedVersion,
  pageOf,
  seriesNotFound,
  type PageQuery,
} from '@reihe/api-platform';
import type { Language, Me, Page } from '@reihe/shared-contracts';
import type {
  BeginRecapImport,
  ChangeImportArticle,
  ChangeImportArticles,
  FetchFeed,
  ImportArticle,
  ImportState,
  RecapImport,
  RunRecapImport,
} from '@reihe/shared-editorial';
import { ImportFiles } from '../files/import-files';
import { ImportWorker } from '../import-worker';
import { UndoImport } from '../undo/undo-import';
import { importNotFound, nothingToImport, wrongImportState } from './import.errors';
import { ImportsRepository, type ImportRecord } from './imports.repository';

const LATEST = 20;
const UNPRINTED = /[\p{Cc}\p{Cf}]/gu;

/** Imports as editors work with them; what takes long is left to the worker. */
@Injectable()
export class RecapImports {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly files: ImportFiles,
    private readonly worker: ImportWorker,
    private readonly undoing: UndoImport,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async latest(): Promise<RecapImport[]> {
    return (await this.imports.latest(LATEST)).map((record) => this.told(record));
  }

  async get(id: string): Promise<RecapImport> {
    return this.told(await this.found(id));
  }

  async articles(id: string, page: PageQuery, language: Language): Promise<Page<ImportArticle>> {
    await this.found(id);
    const { items, total } = await this.imports.articles(id, fallbackOrder(language), page);
    return pageOf(items, total, page);
  }

  @Transactional()
  async begin({ seriesId, fileName, byteSize }: BeginRecapImport, staff: Me): Promise<RecapImport> {
    const name = basename(fileName).replace(UNPRINTED, '') || 'file';
    return this.add({ seriesId, fileName: name, byteSize, state: 'receiving' }, staff);
  }

  @Transactional()
  async fetchFeed({ seriesId, address }: FetchFeed, staff: Me): Promise<RecapImport> {
    if (!this.config.mayFetch) throw invalidFields({ path: 'address', code: 'not-allowed' });
    const begun = await this.add({ seriesId, fileName: address, address, state: 'reading' }, staff);
    this.worker.ask();
    return begun;
  }

  /** With the last bytes a worker begins to read. @throws upload.wrong-offset with where it goes on, request.too-large */
  async receive(id: string, offset: number, bytes: Uint8Array): Promise<RecapImport> {
    const { received, byteSize, state } = await this.found(id);
    if (state !== 'receiving') throw wrongImportState(state);
    if (offset !== received) throw wrongOffset(received);
    if (offset + bytes.byteLength > byteSize) throw tooLarge();
    if (bytes.byteLength > 0) {
      await this.files.put(id, offset, bytes);
      if (!(await this.imports.take(id, offset, bytes.byteLength)))
        throw wrongOffset((await this.found(id)).received);
    }
    if (
      offset + bytes.byteLength === byteSize &&
      (await this.imports.move(id, ['receiving'], { state: 'reading' }))
    )
      this.worker.ask();
    return this.get(id);
  }

  @Transactional()
  async changeArticle(id: string, articleId: string, body: ChangeImportArticle): Promise<void> {
    await this.inState(id, ['ready']);
    const before = await this.imports.articleRow(articleId, id);
    if (!before) throw importNotFound();
    if (!(await this.imports.claimArticle(articleId, body.version))) throw outdatedVersion(before.version);
    if (!(await this.imports.knowsSessions(id, body.sessionIds)))
      throw invalidFields({ path: 'sessionIds', code: 'not-allowed' });
    await this.imports.changeArticle(articleId, {
      title: body.title,
      language: body.language,
      sessionIds: [...new Set(body.sessionIds)],
      isChosen: body.isChosen,
      groupKey: await this.groupOf(id, before.id, before.groupKey, body.translationOf),
    });
  }

  @Transactional()
  async changeArticles(
    id: string,
    { version, language, isChosen }: ChangeImportArticles,
  ): Promise<RecapImport> {
    await this.claimIn(id, version, ['ready']);
    await this.imports.changeAll(id, { language: language ?? null, isChosen: isChosen ?? null });
    return this.get(id);
  }

  @Transactional()
  async run(id: string, { version, fetchesPictures, keepsDates }: RunRecapImport): Promise<RecapImport> {
    const { chosen, blocked } = await this.claimIn(id, version, ['ready']);
    if (chosen <= blocked) throw nothingToImport();
    await this.imports.move(id, ['ready'], {
      state: 'writing',
      fetchesPictures: fetchesPictures && this.config.mayFetch,
      keepsDates,
      written: 0,
      refusal: null,
    });
    this.worker.ask();
    return this.get(id);
  }

  async undo(id: string, version: number, staff: Me): Promise<RecapImport> {
    await this.undoing.undo(id, version, staff);
    return this.get(id);
  }

  /** Before anything of it is written. */
  async drop(id: string): Promise<void> {
    await this.inState(id, ['receiving', 'refused', 'ready']);
    await this.imports.remove(id);
    await this.files.forget(id);
  }

  private async add(
    row: Partial<RecapImportRow> & Pick<RecapImportRow, 'seriesId' | 'state' | 'fileName'>,
    staff: Me,
  ): Promise<RecapImport> {
    if (!(await this.imports.hasSeries(row.seriesId))) throw seriesNotFound();
    const id = randomUUID();
    await this.imports.begin({ ...row, id, staffId: staff.id, createdAt: this.clock.now() });
    return this.get(id);
  }

  /** Those it stands with from now on. */
  private async groupOf(
    importId: string,
    id: string,
    now: string,
    translationOf: string | null,
  ): Promise<string> {
    if (translationOf === null) return (await this.imports.isFirstOf(importId, id, now)) ? now : `own:${id}`;
    const other = await this.imports.articleRow(translationOf, importId);
    if (!other || other.id === id) throw invalidFields({ path: 'translationOf', code: 'not-allowed' });
    return other.groupKey;
  }

  private async claimIn(id: string, version: number, states: readonly ImportState[]): Promise<ImportRecord> {
    const before = await this.inState(id, states);
    if (!(await this.imports.claim(id, version))) throw outdatedVersion(before.version);
    return before;
  }

  private async inState(id: string, states: readonly ImportState[]): Promise<ImportRecord> {
    const record = await this.found(id);
    if (!states.includes(record.state)) throw wrongImportState(record.state);
    return record;
  }

  private async found(id: string): Promise<ImportRecord> {
    const record = await this.imports.one(id);
    if (!record) throw importNotFound();
    return record;
  }

  private told(record: ImportRecord): RecapImport {
    return { ...record, mayFetch: this.config.mayFetch };
  }
}
