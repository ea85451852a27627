import { randomUUID } from 'node:crypto';
import { Injectable, Optional } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import {
  AuditTrail,
  changesBetween,
  Clock,
  fallbackOrder,
  invalidFields,
  pageOf,
  refuseBroken,
  SessionObserver,
  type KnownTimes,
} from '@reihe/api-platform';
import type {
  Language,
  Me,
  Page,
  SaveSession,
  Session,
  SessionListItem,
  SessionNewsKind,
} from '@reihe/shared-contracts';
import { canBeQuiet, sessionNews } from '@reihe/shared-policies';
import { NOTHING_TOLD, TellOfChange, type Told } from '../changes/tell-of-change';
import { OpenSession } from './open-session';
import { instantsOf } from './session-times';
import type { SessionsQuery } from './sessions.query';
import { sessionRefusals } from './session.errors';
import { auditableSession, sessionPartsOf, sessionRowOf } from './session.mapper';
import { SessionsRepository } from './sessions.repository';
import { Unobserved } from './unobserved';

/** How a save differs from the one of the editor. */
export interface Writing {
  /** Written to be looked at and taken back. */
  isRehearsal?: boolean;
  /** Its name in the audit log. */
  action?: string;
  /** Times whose clock question is answered already; those of the session as stored unless given. */
  known?: KnownTimes | undefined;
}

@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly open: OpenSession,
    private readonly audit: AuditTrail,
    private readonly change: TellOfChange,
    private readonly clock: Clock,
    @Optional() private readonly observer: SessionObserver = new Unobserved(),
  ) {}

  async list(query: SessionsQuery, language: Language): Promise<Page<SessionListItem>> {
    const { items, total } = await this.sessions.list(query, fallbackOrder(language), this.clock.now());
    return pageOf(items, total, query);
  }

  get(id: string): Promise<Session> {
    return this.open.read(id);
  }

  @Transactional()
  async create(body: SaveSession, staff: Me, known?: KnownTimes): Promise<Session> {
    checkWindow(body);
    const times = instantsOf(body, known);
    const id = randomUUID();
    await refuseBroken(sessionRefusals, async () => {
      await this.sessions.insert({ id, ...sessionRowOf(body, times) });
      await this.sessions.addParts(sessionPartsOf(id, body));
    });
    const created = await this.get(id);
    await this.audit.record({
      actor: { kind: 'staff', id: staff.id },
      action: 'session.create',
      subject: 'session',
      subjectId: id,
      after: auditableSession(created),
    });
    return created;
  }

  @Transactional()
  async save(id: string, body: SaveSession, staff: Me): Promise<Session> {
    await this.write(id, body, staff);
    return this.get(id);
  }

  /** Saves and tells; what was told to whom. */
  @Transactional()
  async write(
    id: string,
    body: SaveSession,
    staff: Me,
    { isRehearsal = false, action = 'session.save', known }: Writing = {},
  ): Promise<Told> {
    checkWindow(body);
    const before = await this.open.claim(id, body.version);
    const times = instantsOf(
      body,
      known ?? { ...before, startsAt: new Date(before.startsAt), endsAt: new Date(before.endsAt) },
    );
    const invitations = await this.sessions.invitationsOf(id);
    const isAsked = invitations.some(({ state }) => state !== 'declined');
    const news = toldNews(before, isAsked, sessionNews(happeningOf(before), { ...body, ...times }));
    const isQuiet = body.isQuiet === true && canBeQuiet(news);
    const isKnown = before.state !== 'draft' || isAsked;
    // Links are only in the calendars that mails write to.
    const isLinkTold = news.includes('meeting') && !isQuiet;
    const isNew = isKnown && (isLinkTold || isNewToCalendars(before, body, times));
    const sequence = before.sequence + (isNew ? 1 : 0);
    await refuseBroken(sessionRefusals, async () => {
      await this.sessions.update(id, { ...sessionRowOf(body, times), sequence });
      await this.sessions.replaceParts(id, sessionPartsOf(id, body, before));
    });
    const saved = await this.get(id);
    const { announcement } = body;
    const told =
      news.length > 0
        ? await this.change.tell(before, saved, news, staff, {
            announcement,
            isQuiet,
            isRehearsal,
            invitations,
          })
        : NOTHING_TOLD;
    if (before.state === 'published' && saved.capacity !== before.capacity)
      await this.observer.capacityChanged(id);
    const changes = changesBetween(auditableSession(before), auditableSession(saved));
    await this.audit.record({
      actor: { kind: 'staff', id: staff.id },
      action,
      subject: 'session',
      subjectId: id,
      before: changes.before,
      after: { ...changes.after, ...(isMeetingChanged(before, saved) && { meeting: 'changed' }) },
    });
    return told;
  }
}

/** Of a draft nobody knows but the speakers who were asked: they have its time, and their own address leads to any meeting. */
function toldNews({ state }: Session, isAsked: boolean, news: SessionNewsKind[]): SessionNewsKind[] {
  if (state === 'published') return news;
  return state === 'draft' && isAsked ? news.filter((kind) => kind === 'moved') : [];
}

function happeningOf({ startsAt, endsAt, meeting }: Session) {
  return { startsAt: new Date(startsAt), endsAt: new Date(endsAt), meeting };
}

interface Instants {
  startsAt: Date;
  endsAt: Date;
}

function isMoved(before: Session, times: Instants): boolean {
  return (
    Date.parse(before.startsAt) !== times.startsAt.getTime() ||
    Date.parse(before.endsAt) !== times.endsAt.getTime()
  );
}

function isMeetingChanged({ meeting: before }: Session, { meeting: after }: Session): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}

/** Whether calendars that hold the session must be told: time, zone or title. */
function isNewToCalendars(before: Session, body: SaveSession, times: Instants): boolean {
  const titles = (translations: Session['translations']) =>
    JSON.stringify(
      Object.entries(translations)
        .map(([language, text]) => [language, text.title])
        .sort(),
    );
  return (
    isMoved(before, times) ||
    before.timeZone !== body.timeZone ||
    titles(before.translations) !== titles(body.translations)
  );
}

function checkWindow({ registrationOpensAt, registrationClosesAt }: SaveSession): void {
  if (!registrationOpensAt || !registrationClosesAt) return;
  if (Date.parse(registrationClosesAt) <= Date.parse(registrationOpensAt))
    throw invalidFields({ path: 'registrationClosesAt', code: 'end-before-start' });
}
