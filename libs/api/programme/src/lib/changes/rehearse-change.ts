import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { SessionNewsMessages } from '@reihe/api-mail';
import { rehearsed, type ToldPeople } from '@reihe/api-platform';
import type { CancelSession, ChangePreview, Me, PreviewedMail, SaveSession } from '@reihe/shared-contracts';
import { canBeQuiet } from '@reihe/shared-policies';
import { SessionStates } from '../sessions/session-states.service';
import { SessionsService } from '../sessions/sessions.service';
import type { Told } from './tell-of-change';

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
  rehearse(change: () => Promise<Told>): Promise<ChangePreview> {
    return rehearsed(
      () => this.carryOut(change),
      (work) => this.inTransaction(work),
    );
  }

  @Transactional()
  protected inTransaction(work: () => Promise<never>): Promise<never> {
    return work();
  }

  private async carryOut(change: () => Promise<Told>): Promise<ChangePreview> {
    const { changeId, kinds, people } = await change();
    const written = changeId === null ? [] : await this.messages.ofChange(changeId);
    const mails = written.map(({ tells: { audience }, ...mail }): PreviewedMail => {
      const alike = people.find((one) => one.audience === audience && one.language === mail.language);
      return { audience, people: alike?.people ?? 1, ...mail };
    });
    return {
      kinds,
      canBeQuiet: canBeQuiet(kinds),
      people: sum(people.filter(({ audience }) => audience !== 'speaker')),
      speakers: sum(people.filter(({ audience }) => audience === 'speaker')),
      mails,
    };
  }
}

function sum(told: readonly ToldPeople[]): number {
  return told.reduce((total, { people }) => total + people, 0);
}
