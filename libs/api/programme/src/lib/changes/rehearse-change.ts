import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { SessionNewsMessages } from '@reihe/api-mail';
import type { ToldPeople } from '@reihe/api-platform';
import type { CancelSession, ChangePreview, Me, PreviewedMail, SaveSession } from '@reihe/shared-contracts';
import { canBeQuiet } from '@reihe/shared-policies';
import { SessionStates } from '../sessions/session-states.service';
import { SessionsService } from '../sessions/sessions.service';
import type { Told } from './tell-of-change';

/** Not a failure: how a transaction ends that was only to be looked at. */
class Rehearsed extends Error {
  constructor(readonly preview: ChangePreview) {
    super('rehearsed');
  }
}

/**
 * What a change would tell and whom, by carrying it out and taking the transaction back: the mails shown are those that would go,
 * and what saving would refuse is refused here.
 */
@Injectable()
export class RehearseChange {
  constructor(
    private readonly sessions: SessionsService,
    private readonly states: SessionStates,
    private readonly messages: SessionNewsMessages,
  ) {}

  ofSave(id: string, body: SaveSession, staff: Me): Promise<ChangePreview> {
    return this.rehearse(() => this.sessions.write(id, body, staff, { isRehearsal: true }));
  }

  ofCancellation(id: string, body: CancelSession, staff: Me): Promise<ChangePreview> {
    return this.rehearse(() => this.states.end(id, body, staff, { isRehearsal: true }));
  }

  /** @param change writes, as a rehearsal, and says what it told */
  async rehearse(change: () => Promise<Told>): Promise<ChangePreview> {
    try {
      return await this.carryOut(change);
    } catch (end) {
      if (end instanceof Rehearsed) return end.preview;
      throw end;
    }
  }

  @Transactional()
  protected async carryOut(change: () => Promise<Told>): Promise<never> {
    const { changeId, kinds, people } = await change();
    const written = changeId === null ? [] : await this.messages.ofChange(changeId);
    const mails = written.map(({ tells: { audience }, ...mail }): PreviewedMail => {
      const alike = people.find((one) => one.audience === audience && one.language === mail.language);
      return { audience, people: alike?.people ?? 1, ...mail };
    });
    throw new Rehearsed({
      kinds,
      canBeQuiet: canBeQuiet(kinds),
      people: sum(people.filter(({ audience }) => audience !== 'speaker')),
      speakers: sum(people.filter(({ audience }) => audience === 'speaker')),
      mails,
    });
  }
}

function sum(told: readonly ToldPeople[]): number {
  return told.reduce((total, { people }) => total + people, 0);
}
