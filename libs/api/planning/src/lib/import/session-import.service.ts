import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { fallbackOrder, SessionWriter, type TellProgress } from '@reihe/api-platform';
import { importRefused, readPastedSheet, readSheet } from '@reihe/api-sheets';
import type { Language, Me } from '@reihe/shared-contracts';
import type {
  ImportCheck,
  ImportRequest,
  ImportResult,
  ReadSheet,
  SheetTable,
  UndoImport,
  UndoImportResult,
} from '@reihe/shared-planning';
import { ImportRepository } from './import.repository';
import { guessColumns } from './reading/guess-columns';
import { readRows, slugField, type ReadRow } from './rows/read-rows';

/** Sessions from a sheet: read, checked row by row, and imported as drafts, all or none. */
@Injectable()
export class SessionImport {
  constructor(
    private readonly imports: ImportRepository,
    private readonly writer: SessionWriter,
  ) {}

  /** @throws import.unreadable, import.empty, import.too-many-rows */
  async readFile(bytes: Uint8Array): Promise<SheetTable> {
    return withGuess(await readSheet(bytes));
  }

  readPasted(text: string): SheetTable {
    return withGuess(readPastedSheet(text));
  }

  async check(request: ImportRequest, language: Language): Promise<ImportCheck> {
    const rows = await this.read(request, language);
    return {
      rows: rows.map(({ body: _body, known: _known, cells: _cells, ...row }) => row),
      ready: rows.filter(({ problems }) => problems.length === 0).length,
    };
  }

  /** @throws import.refused where a row is not right: then none is imported */
  @Transactional()
  async run(request: ImportRequest, staff: Me, tell: TellProgress): Promise<ImportResult> {
    const rows = await this.read(request, staff.language);
    const wrong = rows.filter(({ problems }) => problems.length > 0);
    if (wrong.length > 0) throw importRefused(wrong.map(({ line }) => line));
    const sessions: (ImportResult['sessions'][number] & { seriesId: string })[] = [];
    for (const { body, known, title } of rows) {
      const { id, version } = await this.writer.create(body, staff, known ?? undefined);
      sessions.push({ id, version, title, seriesId: body.seriesId });
      tell(sessions.length, rows.length);
    }
    await this.imports.remember(sessions, markOf(staff));
    return { sessions: sessions.map(({ seriesId: _seriesId, ...session }) => session) };
  }

  /** Removes what an import of the same person made, as far as nobody has touched it since; everything else that is named is kept. */
  @Transactional()
  async undo({ sessions }: UndoImport, staff: Me): Promise<UndoImportResult> {
    const untouched = await this.imports.untouchedDrafts(sessions, markOf(staff));
    const kept: string[] = [];
    for (const { id, version } of sessions) {
      const isRemoved = untouched.has(id) && (await this.writer.removeDraft(id, version, staff));
      if (!isRemoved) kept.push(id);
    }
    return { removed: sessions.length - kept.length, kept };
  }

  private async read(request: ImportRequest, language: Language): Promise<ReadRow[]> {
    const rows = readRows(request, await this.imports.context(fallbackOrder(language)));
    const there = await this.imports.sessionsAt(rows.map(({ body }) => body.slug));
    for (const { body, cells } of rows) {
      const sessionId = there.get(body.slug);
      if (sessionId) cells.refuse(slugField(cells), 'already-there', { value: body.slug, sessionId });
    }
    return rows;
  }
}

function withGuess(sheet: ReadSheet): SheetTable {
  return { ...sheet, guessed: guessColumns(sheet.columns) };
}

/** In place of a batch's fingerprint: a sheet has no key that could come in twice, but whose import it was is asked. */
function markOf({ id }: Me): string {
  return createHash('sha256').update(`import by ${id}`).digest('hex');
}
