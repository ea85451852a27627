import { Injectable } from '@nestjs/common';
import { Database, MediaUploadRow } from '@reihe/api-persistence';
import { LessThan } from 'typeorm';

@Injectable()
export class UploadsRepository {
  constructor(private readonly database: Database) {}

  async begin(
    row: Pick<MediaUploadRow, 'id' | 'staffId' | 'fileName' | 'byteSize' | 'touchedAt'>,
  ): Promise<void> {
    await this.database.of(MediaUploadRow).insert(row);
  }

  find(id: string, staffId: string): Promise<MediaUploadRow | null> {
    return this.database.of(MediaUploadRow).findOne({ where: { id, staffId } });
  }

  /** False: others came in between, from another tab or a second try. */
  async take(id: string, offset: number, bytes: number, now: Date): Promise<boolean> {
    const [, count] = await this.database.manager.query<[unknown[], number]>(
      `UPDATE media_uploads SET received = received + $3, chunks = chunks || $2::int, touched_at = $4
       WHERE id = $1 AND received = $2 AND media_id IS NULL`,
      [id, offset, bytes, now],
    );
    return count === 1;
  }

  async finish(id: string, mediaId: string): Promise<void> {
    await this.database.of(MediaUploadRow).update({ id }, { mediaId });
  }

  async forget(id: string): Promise<void> {
    await this.database.of(MediaUploadRow).delete({ id });
  }

  async leftSince(moment: Date): Promise<string[]> {
    const rows = await this.database
      .of(MediaUploadRow)
      .find({ where: { touchedAt: LessThan(moment) }, select: { id: true } });
    return rows.map(({ id }) => id);
  }
}
