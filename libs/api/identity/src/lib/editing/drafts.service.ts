import { Injectable } from '@nestjs/common';
import { Clock, DomainError } from '@reihe/api-platform';
import { DRAFT_LIMITS, type EditingDraft, type KeepDraft, type Me } from '@reihe/shared-contracts';
import { draftAddress, refuseUnlessEditor } from './editor-access';
import { DraftsRepository } from './drafts.repository';
import type { DraftsQuery } from './editing.bodies';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What staff typed and did not save, each their own. A draft is no change: it stands in no audit log. */
@Injectable()
export class Drafts {
  constructor(
    private readonly drafts: DraftsRepository,
    private readonly clock: Clock,
  ) {}

  list({ subject, key }: DraftsQuery, staff: Me): Promise<EditingDraft[]> {
    refuseUnlessEditor(subject, staff);
    return this.drafts.list(staff.id, subject, key);
  }

  async keep(subject: string, key: string, draft: KeepDraft, staff: Me): Promise<void> {
    const address = draftAddress(subject, key);
    refuseUnlessEditor(address.subject, staff);
    if (JSON.stringify([draft.base, draft.form]).length > DRAFT_LIMITS.characters)
      throw new DomainError('request.too-large', 413);
    await this.drafts.keep(staff.id, address.subject, address.key, draft, this.clock.now());
  }

  drop(subject: string, key: string, staff: Me): Promise<void> {
    const address = draftAddress(subject, key);
    return this.drafts.drop(staff.id, address.subject, address.key);
  }

  forgetOld(now: Date): Promise<void> {
    return this.drafts.removeBefore(new Date(now.getTime() - DRAFT_LIMITS.days * DAY_MS));
  }
}
