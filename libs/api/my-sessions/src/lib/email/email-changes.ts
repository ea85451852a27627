import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Outbox } from '@reihe/api-mail';
import {
  AuditTrail,
  Clock,
  Config,
  hashOf,
  Jobs,
  linkExpired,
  linkUnknown,
  linkUsed,
  newToken,
  PersonalLinks,
  refuseBroken,
} from '@reihe/api-platform';
import type { ParticipantLinkRow } from '@reihe/api-persistence';
import { CONFIRMATION_HOURS, type Language, type RegisterAnswer } from '@reihe/shared-contracts';
import { emailKey } from '@reihe/shared-policies';
import {
  mySessionsPaths,
  type ChangedEmail,
  type ChangeEmail,
  type NewEmailPreview,
} from '@reihe/shared-registration';
import { EMAIL_ASKED, EmailChangesRepository, type ChangingPerson } from './email-changes.repository';

/** Looks at what was asked for; the same job as that of lost links. */
export const SEND_LINKS_JOB = 'my-sessions.send-links';
/** Of one person, and to one address: nobody's mailbox is filled by asking over and over. */
export const CHANGES_PER_HOUR = 3;
const HOUR_MS = 3_600_000;

/** What was asked for, as it was written down. */
export interface AskedEmail {
  participantId: string;
  newEmail: string;
  language: Language;
}

/**
 * Another address for somebody known. It is theirs once the link that is sent there is followed. Answered before anybody looks whose
 * it is: whoever holds a link learns nothing of others by typing their addresses. The mail tells, and only its reader.
 */
@Injectable()
export class EmailChanges {
  constructor(
    private readonly rows: EmailChangesRepository,
    private readonly links: PersonalLinks,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** @throws registration.link-unknown */
  async ask({ token, newEmail }: ChangeEmail, language: Language): Promise<RegisterAnswer> {
    const participantId = await this.links.participantOf(token);
    const createdAt = this.clock.now();
    await this.rows.ask({ participantId, newEmail, emailKey: emailKey(newEmail), language, createdAt });
    this.jobs.send(SEND_LINKS_JOB);
    return { outcome: 'check-your-mail' };
  }

  /** In the transaction that takes it off the list. */
  async answer({ participantId, newEmail, language }: AskedEmail): Promise<void> {
    const person = await this.rows.lockPerson(participantId);
    if (!person || (await this.isTooOften(person.id, newEmail))) return;
    await this.audit.record({
      actor: { kind: 'participant', id: person.id },
      action: EMAIL_ASKED,
      subject: 'participant',
      subjectId: person.id,
    });
    const owner = await this.rows.ownerOf(emailKey(newEmail));
    if (!owner || owner.id === person.id) return this.sendLink(person, newEmail, language);
    const { id, email, ...reader } = owner;
    await this.outbox.enqueue({
      ...reader,
      template: 'email-taken',
      data: {},
      to: email,
      // Whoever typed the address is a stranger to its reader, and so is their name.
      toName: '',
      participantId: id,
    });
  }

  /** Changes nothing: mail scanners open links, people press buttons. @throws registration.link-unknown, link-used, link-expired */
  async preview(token: string): Promise<NewEmailPreview> {
    const { newEmail, expiresAt } = await this.goodLink(token);
    return { newEmail, expiresAt: expiresAt.toISOString() };
  }

  /** @throws registration.link-unknown, link-used; link-expired also where the address became somebody else's meanwhile */
  async confirm(token: string): Promise<ChangedEmail> {
    return refuseBroken({ uq_participants_email_key: linkExpired }, () => this.change(token));
  }

  @Transactional()
  protected async change(token: string): Promise<ChangedEmail> {
    const now = this.clock.now();
    const { id, participantId, newEmail } = await this.goodLink(token);
    const person = await this.rows.lockPerson(participantId);
    if (!person) throw linkUnknown();
    if (!(await this.rows.useLink(id, now))) throw linkUsed();
    await this.rows.change(person.id, newEmail, emailKey(newEmail), now);
    await this.rows.endMailedLinks(person.id, id);
    const { token: manageToken, address } = await this.links.issueManage(person.id, person.language);
    await this.tell(person, newEmail, address);
    await this.audit.record({
      actor: { kind: 'participant', id: person.id },
      action: 'participant.change',
      subject: 'participant',
      subjectId: person.id,
      after: { changed: ['email'], registrations: [] },
    });
    return { manageToken };
  }

  private async isTooOften(personId: string, newEmail: string): Promise<boolean> {
    const since = new Date(this.clock.now().getTime() - HOUR_MS);
    if ((await this.rows.askedSince(personId, since)) >= CHANGES_PER_HOUR) return true;
    return (await this.rows.mailedSince(emailKey(newEmail), since)) >= CHANGES_PER_HOUR;
  }

  private async sendLink(person: ChangingPerson, newEmail: string, language: Language): Promise<void> {
    const token = newToken();
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + CONFIRMATION_HOURS * HOUR_MS);
    const { id: participantId, timeZone } = person;
    await this.rows.addLink({ participantId, newEmail, tokenHash: hashOf(token), expiresAt, createdAt });
    const link = this.config.baseUrl + mySessionsPaths.email(language, token);
    await this.outbox.enqueue({
      template: 'email-change',
      data: { link, expiresAt },
      to: newEmail,
      toName: '',
      language,
      timeZone,
      participantId,
    });
  }

  /** The old address hears of it, the new one has the link that opens everything. */
  private async tell(person: ChangingPerson, newEmail: string, manageLink: string): Promise<void> {
    const { id: participantId, email, name: toName, language, timeZone } = person;
    const reader = { toName, language, timeZone, participantId };
    await this.outbox.enqueueAll([
      { ...reader, template: 'email-changed', data: {}, to: email },
      { ...reader, template: 'my-sessions-link', data: { manageLink }, to: newEmail },
    ]);
  }

  private async goodLink(token: string): Promise<ParticipantLinkRow & { newEmail: string; expiresAt: Date }> {
    const link = await this.rows.findLink(hashOf(token));
    if (!link?.expiresAt || link.newEmail === null) throw linkUnknown();
    if (link.usedAt) throw linkUsed();
    if (link.expiresAt <= this.clock.now()) throw linkExpired();
    return { ...link, newEmail: link.newEmail, expiresAt: link.expiresAt };
  }
}
