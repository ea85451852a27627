import { Injectable } from '@nestjs/common';
import { Database, EditingDraftRow } from '@reihe/api-persistence';
import type { Edited, EditingDraft, KeepDraft } from '@reihe/shared-contracts';
import { LessThan } from 'typeorm';

/** Every statement names the account: nobody reads, changes or drops what somebody else typed. */
@Injectable()
export class DraftsRepository {
  constructor(private readonly database: Database) {}

  async list(accountId: string, subject: Edited, key: string | undefined): Promise<EditingDraft[]> {
    const rows = await this.database.of(EditingDraftRow).find({
      where: { accountId, subject, ...(key !== undefined && { key }) },
      order: { updatedAt: 'DESC' },
    });
    return rows.map(({ subject: of, key: at, baseVersion, base, form, updatedAt }) => ({
      subject: of,
      key: at,
      baseVersion,
      base,
      form,
      updatedAt: updatedAt.toISOString(),
    }));
  }

  async keep(
    accountId: string,
    subject: Edited,
    key: string,
    draft: KeepDraft,
    updatedAt: Date,
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO editing_drafts (account_id, subject, key, base_version, base, form, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT ON CONSTRAINT pk_editing_drafts DO UPDATE SET
         base_version = excluded.base_version, base = excluded.base, form = excluded.form, updated_at = excluded.updated_at`,
      [
        accountId,
        subject,
        key,
        draft.baseVersion,
        JSON.stringify(draft.base),
        JSON.stringify(draft.form),
        updatedAt,
      ],
    );
  }

  async drop(accountId: string, subject: Edited, key: string): Promise<void> {
    await this.database.of(EditingDraftRow).delete({ accountId, subject, key });
  }

  async removeBefore(time: Date): Promise<void> {
    await this.database.of(EditingDraftRow).delete({ updatedAt: LessThan(time) });
  }
}
