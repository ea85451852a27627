import { Injectable } from '@nestjs/common';
import { Database, PrivacyRecordRow } from '@reihe/api-persistence';
import { offsetOf, type PageQuery } from '@reihe/api-platform';
import type { PrivacyRecord } from '@reihe/shared-figures';

/** That somebody was erased or told everything: written with the deed, read on the page of privacy. */
@Injectable()
export class PrivacyRecords {
  constructor(private readonly database: Database) {}

  async add(record: Omit<PrivacyRecordRow, 'id'>): Promise<void> {
    await this.database.of(PrivacyRecordRow).insert(record);
  }

  /** The latest first. */
  list(query: PageQuery): Promise<(PrivacyRecord & { total: number })[]> {
    return this.database.query(
      `SELECT r.id, r.kind, iso_instant(r.at) AS at, s.name AS by, r.actor_kind = 'participant' AS "isByThemselves",
              r.subject_id AS "subjectId", r.reference, r.counts, count(*) OVER ()::int AS total
       FROM privacy_records r
       LEFT JOIN staff_accounts s ON r.actor_kind = 'staff' AND s.id = r.actor_id
       ORDER BY r.at DESC, r.id DESC LIMIT $1 OFFSET $2`,
      [query.pageSize, offsetOf(query)],
    );
  }
}
