import { Injectable } from '@nestjs/common';
import { CertificateRow, Database } from '@reihe/api-persistence';
import { IsNull } from 'typeorm';

type NewCertificate = Omit<CertificateRow, 'id' | 'withdrawnAt' | 'withdrawalReason' | 'registration'>;

@Injectable()
export class CertificatesRepository {
  constructor(private readonly database: Database) {}

  /** Of whoever holds it, nothing is issued or withdrawn beside. */
  async lock(registrationId: string): Promise<void> {
    await this.database.query(`SELECT FROM registrations WHERE id = $1 FOR NO KEY UPDATE`, [registrationId]);
  }

  valid(registrationId: string): Promise<CertificateRow | null> {
    return this.database.of(CertificateRow).findOneBy({ registrationId, withdrawnAt: IsNull() });
  }

  find(id: string): Promise<CertificateRow | null> {
    return this.database.of(CertificateRow).findOneBy({ id });
  }

  byCode(code: string): Promise<CertificateRow | null> {
    return this.database.of(CertificateRow).findOneBy({ code });
  }

  /** False: there is a valid one already, of somebody who pressed twice. */
  async issue(row: NewCertificate): Promise<boolean> {
    const added = await this.database.query<{ id: string }>(
      `INSERT INTO certificates (registration_id, code, language, name, title, host, starts_at, ends_at, time_zone, issued_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (registration_id) WHERE withdrawn_at IS NULL DO NOTHING RETURNING id`,
      [
        row.registrationId,
        row.code,
        row.language,
        row.name,
        row.title,
        row.host,
        row.startsAt,
        row.endsAt,
        row.timeZone,
        row.issuedAt,
      ],
    );
    return added.length === 1;
  }

  /** False: it is withdrawn already. */
  async withdraw(id: string, reason: string, now: Date): Promise<boolean> {
    const { affected } = await this.database
      .of(CertificateRow)
      .update({ id, withdrawnAt: IsNull() }, { withdrawnAt: now, withdrawalReason: reason });
    return affected === 1;
  }

  /** Ids of those that were valid. */
  async withdrawOf(registrationIds: readonly string[], now: Date): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `WITH withdrawn AS (
         UPDATE certificates SET withdrawn_at = $2
         WHERE registration_id = ANY ($1::uuid[]) AND withdrawn_at IS NULL RETURNING id
       ) SELECT id FROM withdrawn`,
      [registrationIds, now],
    );
    return rows.map(({ id }) => id);
  }
}
