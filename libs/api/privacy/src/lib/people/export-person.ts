import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { AuditTrail, Clock, participantNotFound } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import { PersonDownload } from './person-download';
import { PersonRecords } from './person-records.repository';
import { PrivacyRecords } from './privacy-records.repository';

/** Everything about one person, for them: staff hand it over when they are asked to. That they did is on record. */
@Injectable()
export class ExportPerson {
  constructor(
    private readonly download: PersonDownload,
    private readonly people: PersonRecords,
    private readonly records: PrivacyRecords,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** A ZIP file in the person's language. @throws participant.not-found */
  @Transactional()
  async file(id: string, reference: string, staff: Me): Promise<Buffer> {
    const at = this.clock.now();
    const holdings = await this.people.held(id, at);
    const file = holdings && (await this.download.of(holdings.participantId, null));
    if (!file) throw participantNotFound();
    const { participantId: subjectId, held: counts } = holdings;
    await this.audit.record({
      actor: { kind: 'staff', id: staff.id },
      action: 'participant.export',
      subject: 'participant',
      subjectId,
    });
    await this.records.add({
      kind: 'export',
      subjectId,
      reference,
      counts,
      ...{ actorKind: 'staff', actorId: staff.id, at },
    });
    return file;
  }
}
