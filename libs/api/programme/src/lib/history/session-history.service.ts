import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { DomainError, type PageQuery, pageOf, sessionNotFound } from '@reihe/api-platform';
import type { ChangePreview, Me, SaveContribution, Session } from '@reihe/shared-contracts';
import type { RestoreSession, SessionContent, SessionHistory } from '@reihe/shared-planning';
import { RehearseChange } from '../changes/rehearse-change';
import type { Told } from '../changes/tell-of-change';
import { SessionsService } from '../sessions/sessions.service';
import { SessionHistoryRepository } from './session-history.repository';

/** Every version of a session, and the way back to one. */
@Injectable()
export class SessionHistoryService {
  constructor(
    private readonly versions: SessionHistoryRepository,
    private readonly sessions: SessionsService,
    private readonly rehearsal: RehearseChange,
  ) {}

  async list(sessionId: string, query: PageQuery): Promise<SessionHistory> {
    const { items, total, before } = await this.versions.list(sessionId, query);
    if (total === 0) throw sessionNotFound();
    return { ...pageOf(items, total, query), before };
  }

  /**
   * A new save with the content of an old version, checked and told like any other. The address of what is published stays; what
   * was removed from the directories since is left out; fields that are younger than the version keep their present value.
   */
  @Transactional()
  async restore(id: string, number: number, body: RestoreSession, staff: Me): Promise<Session> {
    await this.write(id, number, body, staff);
    return this.sessions.get(id);
  }

  /** What restoring it would tell and whom. */
  previewRestore(id: string, number: number, body: RestoreSession, staff: Me): Promise<ChangePreview> {
    return this.rehearsal.rehearse(() => this.write(id, number, body, staff, true));
  }

  private async write(
    id: string,
    number: number,
    body: RestoreSession,
    staff: Me,
    isRehearsal = false,
  ): Promise<Told> {
    const kept = await this.versions.one(id, number);
    if (!kept) throw new DomainError('session.version-not-found', 404);
    const now = await this.sessions.get(id);
    const content = await this.withoutRemoved(kept.content);
    const slug = now.state === 'draft' ? content.slug : now.slug;
    const { startsLocal, endsLocal, timeZone } = content;
    const { startsAt, endsAt } = kept;
    return this.sessions.write(id, { ...now, ...content, slug, ...body }, staff, {
      isRehearsal,
      action: 'session.restore',
      known: { startsLocal, endsLocal, timeZone, startsAt, endsAt },
    });
  }

  private async withoutRemoved(content: SessionContent): Promise<SessionContent> {
    const { regionIds, categoryIds, agenda, contributions } = content;
    const everyone = [...agenda.flatMap((item) => item.contributions), ...contributions];
    const speakerIds = everyone.flatMap(({ speakerId }) => speakerId ?? []);
    const there = await this.versions.stillThere(regionIds, categoryIds, speakerIds);
    const named = (part: SaveContribution) =>
      part.speakerId !== null && !there.has(part.speakerId) ? { ...part, speakerId: null } : part;
    return {
      ...content,
      regionIds: regionIds.filter((id) => there.has(id)),
      categoryIds: categoryIds.filter((id) => there.has(id)),
      agenda: agenda.map((item) => ({ ...item, contributions: item.contributions.map(named) })),
      contributions: contributions.map(named),
    };
  }
}
