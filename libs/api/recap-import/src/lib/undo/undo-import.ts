import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { MediaLibrary } from '@reihe/api-media';
import { AuditTrail, DomainError, outdatedVersion, RecapWriter } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import { ImportFiles } from '../files/import-files';
import { importNotFound, wrongImportState } from '../imports/import.errors';
import { ImportsRepository } from '../imports/imports.repository';
import { UndoRepository } from './undo.repository';

/** Takes an import back as far as nobody has worked on what came of it. */
@Injectable()
export class UndoImport {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly undoing: UndoRepository,
    private readonly writer: RecapWriter,
    private readonly library: MediaLibrary,
    private readonly files: ImportFiles,
    private readonly audit: AuditTrail,
  ) {}

  /** Pictures go after the drafts, each by itself: one that is used elsewhere stays. */
  async undo(id: string, version: number, staff: Me): Promise<void> {
    await this.removeDrafts(id, version, staff);
    for (const picture of await this.undoing.ownPictures(id)) await this.removePicture(picture, staff);
    await this.files.forget(id);
  }

  @Transactional()
  protected async removeDrafts(id: string, version: number, staff: Me): Promise<void> {
    const before = await this.imports.one(id);
    if (!before) throw importNotFound();
    if (!(await this.imports.claim(id, version))) throw outdatedVersion(before.version);
    if (!(await this.imports.move(id, ['pictures', 'done'], { state: 'undone' })))
      throw wrongImportState(before.state);
    const removed: string[] = [];
    for (const { recapId, writtenVersion } of await this.undoing.untouched(id))
      if (await this.writer.removeDraft(recapId, writtenVersion, staff)) removed.push(recapId);
    await this.audit.record({
      actor: { kind: 'staff', id: staff.id },
      action: 'series.undo-import',
      subject: 'series',
      subjectId: before.seriesId,
      before: { import: id, recaps: removed },
      after: null,
    });
  }

  private async removePicture(id: string, { id: staffId }: Me): Promise<void> {
    try {
      await this.library.remove(id, { kind: 'staff', id: staffId });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }
}
