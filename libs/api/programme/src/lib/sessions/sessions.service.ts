import { randomUUID } from 'node:crypto';
import { Injectable, Optional } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import {
  AuditTrail,
  changesBetween,
  fallbackOrder,
  invalidFields,
  pageOf,
  refuseBroken,
  SessionObserver,
} from '@reihe/api-platform';
import type { Language, Me, Page, SaveSession, Session, SessionListItem } from '@reihe/shared-contracts';
import { OpenSession } from './open-session';
import { instantsOf } from './session-times';
import type { SessionsQuery } from './session.bodies';
import { sessionRefusals } from './session.errors';
import { auditableSession, sessionPartsOf, sessionRowOf } from './session.mapper';
import { SessionsRepository } from './sessions.repository';
import { Unobserved } from './unobserved';

@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly open: OpenSession,
    private readonly audit: AuditTrail,
    @Optional() private readonly observer: SessionObserver = new Unobserved(),
  ) {}

  async list(query: SessionsQuery, language: Language): Promise<Page<SessionListItem>> {
    const { items, total } = await this.sessions.list(query, fallbackOrder(language));
    return pageOf(items, total, query);
  }

  get(id: string): Promise<Session> {
    return this.open.read(id);
  }

  @Transactional()
  async create(body: SaveSession, staff: Me): Promise<Session> {
    checkWindow(body);
    const times = instantsOf(body);
    const id = randomUUID();
    await refuseBroken(sessionRefusals, async () => {
      await this.sessions.insert({ id, ...sessionRowOf(body, times) });
      await this.sessions.replaceParts(id, sessionPartsOf(id, body));
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
    checkWindow(body);
    const before = await this.open.claim(id, body.version);
    const times = instantsOf(body, {
      ...before,
      startsAt: new Date(before.startsAt),
      endsAt: new Date(before.endsAt),
    });
    const isKnown = before.state !== 'draft';
    const sequence = before.sequence + (isKnown && isNewToCalendars(before, body, times) ? 1 : 0);
    await refuseBroken(sessionRefusals, async () => {
      await this.sessions.update(id, { ...sessionRowOf(body, times), sequence });
      await this.sessions.replaceParts(id, sessionPartsOf(id, body, before));
    });
    if (before.state === 'published') await this.tell(before, body, times);
    const saved = await this.get(id);
    const changes = changesBetween(auditableSession(before), auditableSession(saved));
    await this.audit.record({
      actor: { kind: 'staff', id: staff.id },
      action: 'session.save',
      subject: 'session',
      subjectId: id,
      before: changes.before,
      after: { ...changes.after, ...(isMeetingChanged(before, saved) && { meeting: 'changed' }) },
    });
    return saved;
  }

  private async tell(before: Session, body: SaveSession, times: Instants): Promise<void> {
    if (isMoved(before, times)) {
      await this.observer.sessionMoved({
        sessionId: before.id,
        previousStartsAt: new Date(before.startsAt),
        previousEndsAt: new Date(before.endsAt),
      });
    }
    if ((body.capacity ?? null) !== before.capacity) await this.observer.capacityChanged(before.id);
  }
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
  return before.url !== after.url || before.passcode !== after.passcode;
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
