import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import type { RecapImportRow } from '@reihe/api-persistence';
import { Config } from '@reihe/api-platform';
import { IMPORT_LIMITS, type ImportKind, type ImportRefusal } from '@reihe/shared-editorial';
import { FetchFailed, ImportRefused, PublicFetcher, readSource } from '@reihe/api-recap-sources';
import { ImportFiles } from '../files/import-files';
import { ImportsRepository } from '../imports/imports.repository';
import { prepareArticles, type PreparedArticle } from './prepare-articles';
import { SeriesFactsRepository } from './series-facts.repository';

/** From a file to what an editor looks at before anything is written. */
@Injectable()
export class ReadImport {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly series: SeriesFactsRepository,
    private readonly files: ImportFiles,
    private readonly fetcher: PublicFetcher,
    private readonly config: Config,
  ) {}

  /** Done again it gives the same. What cannot be read is said with its reason; the storage's trouble is not the file's. */
  async read(row: RecapImportRow): Promise<void> {
    try {
      const source = readSource(await this.bytesOf(row), row.fileName);
      if (source.articles.length === 0) throw new ImportRefused('no-article');
      if (source.articles.length > IMPORT_LIMITS.articles)
        throw new ImportRefused('too-many-articles', String(source.articles.length));
      const facts = await this.series.of(row.seriesId);
      if (!facts) return;
      await this.keep(row.id, source.kind, await prepareArticles(source, facts));
    } catch (error) {
      if (!(error instanceof ImportRefused)) throw error;
      await this.refuse(row.id, error.refusal);
    }
  }

  async refuse(id: string, refusal: ImportRefusal): Promise<void> {
    await this.imports.move(id, ['reading'], { state: 'refused', refusal });
    await this.files.forget(id);
  }

  @Transactional()
  protected async keep(id: string, kind: ImportKind, articles: readonly PreparedArticle[]): Promise<void> {
    if (!(await this.imports.move(id, ['reading'], { state: 'ready', kind }))) return;
    await this.imports.keepArticles(id, articles);
    await this.imports.leaveOutKnown(id);
  }

  private async bytesOf(row: RecapImportRow): Promise<Uint8Array> {
    if (row.address === null) {
      const bytes = await this.files.get(row);
      if (!bytes) throw new ImportRefused('interrupted');
      return bytes;
    }
    if (!this.config.mayFetch) throw new ImportRefused('address-not-allowed');
    try {
      return await this.fetcher.get(row.address, IMPORT_LIMITS.textBytes);
    } catch (error) {
      throw error instanceof FetchFailed ? new ImportRefused(error.failure, row.address) : error;
    }
  }
}
