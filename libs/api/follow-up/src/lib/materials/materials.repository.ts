import { Injectable } from '@nestjs/common';
import { Database, MaterialRow } from '@reihe/api-persistence';

@Injectable()
export class MaterialsRepository {
  constructor(private readonly database: Database) {}

  /** In their order. */
  ofSession(sessionId: string): Promise<MaterialRow[]> {
    return this.database
      .of(MaterialRow)
      .find({ where: { sessionId }, order: { position: 'ASC', id: 'ASC' } });
  }

  find(id: string): Promise<MaterialRow | null> {
    return this.database.of(MaterialRow).findOneBy({ id });
  }

  /** Two who add or order at once come after one another. False: there is no such session. */
  async lockSession(sessionId: string): Promise<boolean> {
    const found = await this.database.query(`SELECT id FROM sessions WHERE id = $1 FOR NO KEY UPDATE`, [
      sessionId,
    ]);
    return found.length === 1;
  }

  async add(row: Omit<MaterialRow, 'version' | 'position' | 'createdAt' | 'session'>): Promise<void> {
    const last = await this.database.of(MaterialRow).maximum('position', { sessionId: row.sessionId });
    await this.database.of(MaterialRow).insert({ ...row, position: (last ?? -1) + 1 });
  }

  /** False: somebody saved it since, or it is gone. */
  async save(id: string, version: number, row: Pick<MaterialRow, 'kind' | 'audience' | 'titles' | 'url'>) {
    const { affected } = await this.database
      .of(MaterialRow)
      .update({ id, version }, { ...row, version: version + 1 });
    return affected === 1;
  }

  async remove(id: string): Promise<void> {
    await this.database.of(MaterialRow).delete({ id });
  }

  async order(ids: readonly string[]): Promise<void> {
    await this.database.query(
      `WITH moved AS (
         UPDATE materials m SET position = o.place
         FROM unnest($1::uuid[]) WITH ORDINALITY AS o (id, place) WHERE m.id = o.id RETURNING m.id
       ) SELECT count(*) FROM moved`,
      [ids],
    );
  }

  /** A file that everybody may have: of a session that readers see. */
  async publicFile(id: string): Promise<MaterialRow | null> {
    const [found] = await this.database.query<{ id: string }>(
      `SELECT m.id FROM materials m JOIN sessions s ON s.id = m.session_id JOIN series y ON y.id = s.series_id
       WHERE m.id = $1 AND m.audience = 'public' AND m.file_name IS NOT NULL AND s.state <> 'draft' AND y.state = 'published'`,
      [id],
    );
    return found ? this.find(id) : null;
  }
}
