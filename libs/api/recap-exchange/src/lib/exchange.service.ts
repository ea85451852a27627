import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { AuditTrail, Clock, outdatedVersion, RecapTexts, type RecapToTranslate } from '@reihe/api-platform';
import type { Language, Me } from '@reihe/shared-contracts';
import type {
  ExchangeFormat,
  ExchangePreview,
  ImportedTranslation,
  Recap,
  RecapText,
} from '@reihe/shared-editorial';
import { fingerprint } from '@reihe/shared-recap-policies';
import { zipSync, strToU8 } from 'fflate';
import { fileRefused, nothingToTranslate, recapNotFound, rowsRefused, undoTooLate } from './exchange.errors';
import { compareFile, type ComparedRow } from './files/compare-file';
import { mayTake, withRows } from './files/take-rows';
import { unitsOf } from './files/units-of';
import { TranslationImportsRepository } from './translation-imports.repository';
import { readXliff } from './xliff/read-xliff';
import { writeXliff } from './xliff/write-xliff';

export interface OfferedFile {
  name: string;
  type: string;
  contents: Uint8Array;
}

export interface ReceivedTranslation {
  fileName: string;
  contents: Uint8Array;
}

/** Translations on their way to an agency and back (docs/adr/0029). */
@Injectable()
export class TranslationExchange {
  constructor(
    private readonly texts: RecapTexts,
    private readonly imports: TranslationImportsRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** One recap as a file, several as a ZIP of files. */
  @Transactional()
  async export(
    ids: readonly string[],
    language: Language,
    format: ExchangeFormat,
    staff: Me,
  ): Promise<OfferedFile> {
    const files: OfferedFile[] = [];
    for (const id of new Set(ids)) {
      files.push(this.fileOf(await this.texts.read(id), language, format));
      await this.audit.record({
        ...{ actor: { kind: 'staff', id: staff.id }, action: 'recap.export-translation', subject: 'recap' },
        ...{ subjectId: id, before: null, after: { language, format } },
      });
    }
    const [only, ...others] = files;
    if (!only) throw recapNotFound();
    if (others.length === 0) return only;
    const entries = files.map(({ name, contents }) => [name, contents] as const);
    return {
      ...{ name: `recaps-${language}.zip`, type: 'application/zip' },
      contents: zipSync(Object.fromEntries(entries)),
    };
  }

  async preview(id: string, language: Language, file: ReceivedTranslation): Promise<ExchangePreview> {
    const { recap, rows, format } = await this.compared(id, language, file);
    return { version: recap.version, language, format, rows: rows.map(({ row }) => row) };
  }

  /** All that was chosen or nothing; against the version that was looked at. */
  @Transactional()
  async import(
    id: string,
    version: number,
    language: Language,
    keys: readonly string[],
    file: ReceivedTranslation,
    staff: Me,
  ): Promise<ImportedTranslation> {
    const { recap, original, rows } = await this.compared(id, language, file);
    if (recap.version !== version) throw outdatedVersion(recap.version);
    const taken = rows.filter(({ row }) => keys.includes(row.key) && mayTake(row));
    const refused = keys.filter((key) => taken.every(({ row }) => row.key !== key));
    if (refused.length > 0 || taken.length === 0) throw rowsRefused(refused);
    const before = recap.translations[language] ?? null;
    const written = {
      language,
      text: withRows(original, before, taken),
      madeOf: Object.fromEntries(
        taken.flatMap(({ row, madeOf }) => (madeOf === null ? [] : [[row.key, madeOf] as const])),
      ),
    };
    const details = { file: file.fileName, rows: taken.length };
    const cause = { action: 'import-translation', details };
    const saved = await this.texts.write(id, version, written, staff, cause);
    const importId = await this.imports.insert({
      ...{ recapId: id, language, fileName: file.fileName, before },
      basis: recap.translationBases[language] ?? {},
      afterFingerprint: fingerprintOf(saved, language),
      createdAt: this.clock.now(),
      createdById: staff.id,
    });
    return { recap: saved, importId, rows: taken.length };
  }

  /** As long as nobody wrote in the translation since. */
  @Transactional()
  async undo(id: string, importId: string, version: number, staff: Me): Promise<Recap> {
    const [{ recap }, found] = [await this.texts.read(id), await this.imports.one(id, importId)];
    if (!found) throw recapNotFound();
    const { language, afterFingerprint, basis, undoneAt } = found;
    if (undoneAt || fingerprintOf(recap, language) !== afterFingerprint) throw undoTooLate();
    const text = found.before as RecapText | null;
    const cause = { action: 'undo-import-translation', details: { file: found.fileName } };
    const restored = await this.texts.write(id, version, { language, text, madeOf: basis }, staff, cause);
    await this.imports.undone(importId, this.clock.now());
    return restored;
  }

  private fileOf(
    { recap, defaultLanguage }: RecapToTranslate,
    language: Language,
    format: ExchangeFormat,
  ): OfferedFile {
    const original = recap.translations[defaultLanguage];
    if (!original || language === defaultLanguage) throw nothingToTranslate();
    const isReviewed = recap.translationStates[language]?.state === 'reviewed';
    const basis = recap.translationBases[language] ?? {};
    const text = writeXliff({
      ...{ format, recapId: recap.id, title: original.title, source: defaultLanguage, target: language },
      units: unitsOf(original, recap.translations[language] ?? null, basis, isReviewed),
    });
    const name = original.slug || recap.id;
    return { name: `${name}-${language}.xlf`, type: 'application/xliff+xml', contents: strToU8(text) };
  }

  private async compared(
    id: string,
    language: Language,
    { contents }: ReceivedTranslation,
  ): Promise<{ recap: Recap; original: RecapText; rows: ComparedRow[]; format: ExchangeFormat }> {
    const { recap, defaultLanguage } = await this.texts.read(id);
    const original = recap.translations[defaultLanguage];
    if (!original || language === defaultLanguage) throw nothingToTranslate();
    const file = readXliff(contents);
    if (file.recapId !== id) throw fileRefused('other-recap');
    // A region in the file is no other language: de-AT is German.
    if (primary(file.target) !== language) throw fileRefused('other-language', { found: file.target });
    if (primary(file.source) !== defaultLanguage) throw fileRefused('other-source', { found: file.source });
    const rows = compareFile(file, original, recap.translations[language] ?? null);
    return { recap, original, rows, format: file.format };
  }
}

function primary(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? '';
}

function fingerprintOf({ translations }: Recap, language: Language): string {
  return fingerprint(translations[language] ?? null);
}
