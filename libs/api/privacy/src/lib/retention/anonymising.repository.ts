import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type { GoingPerson, PersonalDataCounts } from '@reihe/shared-figures';
import { Forgetting } from '../people/forgetting.repository';
import { traceOf } from '../people/forgetting.sql';
import { isNamed, saysSomething } from '../people/held-of-person.sql';
import { ONE_ADDRESS } from './held.sql';
import { ANONYMISE, counted, GOING_MAILS } from './retention.sql';

/** What goes, as it was read under the locks. */
export interface Going {
  seriesId: string;
  sessionIds: readonly string[];
  /** Of the series nothing is kept any more but what other sessions have of their own. */
  isWholeSeries: boolean;
  people: readonly GoingPerson[];
}

/** Takes people out of sessions whose time has come. Under the locks of these and of all that the going people have anything in. */
@Injectable()
export class Anonymising {
  constructor(
    private readonly database: Database,
    private readonly forgetting: Forgetting,
  ) {}

  /** How much of each kind went. */
  async carryOut(going: Going, now: Date): Promise<PersonalDataCounts> {
    const { sessionIds } = going;
    const people = going.people.map(({ participantId }) => participantId);
    const mails = await this.mails(going, people, now);
    const answers = await this.change(ANONYMISE.answers, sessionIds);
    const links =
      (await this.change(ANONYMISE.joinLinks, sessionIds)) +
      (await this.change(ANONYMISE.releaseLinks, sessionIds));
    const feedback = await this.change(ANONYMISE.feedback, sessionIds);
    const certificates = await this.change(ANONYMISE.certificates, sessionIds);
    await this.change(ANONYMISE.hints, sessionIds);
    const registrations = await this.change(FORGET_REGISTRATIONS, sessionIds);
    const waiting = await this.change(ANONYMISE.waiting, sessionIds);
    const { attendees, guests } = await this.forgetAttendees(sessionIds);
    const lines = await this.change(ANONYMISE.lines, sessionIds);
    const files = await this.change(ANONYMISE.files, sessionIds);
    const ofSeries = going.isWholeSeries ? await this.forgetSeries(going.seriesId) : NOTHING_OF_SERIES;
    const invitations = ofSeries.invitations + (await this.change(FORGET_INVITATIONS, sessionIds));
    await this.forgetting.eraseAll(people, now);
    return {
      people: people.length,
      ...{ registrations, answers, waiting, mails, links, certificates, feedback },
      ...{ attendees, guests, lines, files, decisions: ofSeries.decisions, invitations },
    };
  }

  private async mails(going: Going, people: readonly string[], now: Date): Promise<number> {
    const found = await this.database.query<{ id: string }>(GOING_MAILS, [
      going.sessionIds,
      now,
      going.isWholeSeries ? going.seriesId : null,
      people,
    ]);
    return this.forgetting.forgetMails(found.map(({ id }) => id));
  }

  private async forgetAttendees(
    sessionIds: readonly string[],
  ): Promise<Pick<PersonalDataCounts, 'attendees' | 'guests'>> {
    const named = await this.database.query<{ id: string; isGuest: boolean }>(
      `SELECT a.id, a.participant_id IS NULL AS "isGuest" FROM attendees a
       WHERE a.session_id = ANY ($1::uuid[]) AND ${isNamed('a')}`,
      [sessionIds],
    );
    await this.forgetting.forgetAttendees(named.map(({ id }) => id));
    return { attendees: named.length, guests: named.filter(({ isGuest }) => isGuest).length };
  }

  /** What is of the series and of no single session. */
  private async forgetSeries(
    seriesId: string,
  ): Promise<Pick<PersonalDataCounts, 'decisions' | 'invitations'>> {
    const decisions = await this.change(FORGET_DECISIONS_OF_SERIES, [seriesId]);
    const invitations = await this.change(FORGET_INVITATIONS_OF_SERIES, [seriesId]);
    return { decisions, invitations };
  }

  private async change(statement: string, ids: readonly string[]): Promise<number> {
    const [row] = await this.database.query<{ changed: number }>(statement, [ids]);
    return row?.changed ?? 0;
  }
}

const NOTHING_OF_SERIES = { decisions: 0, invitations: 0 };

/** `$1` sessions. Where somebody is from, their language and their clock stay: figures are made of them. */
const FORGET_REGISTRATIONS = counted(
  `UPDATE registrations r
   SET name = '', organisation_trace = ${traceOf('r')}, organisation = '', job_position = '', accessibility_needs = '',
       decision_reason = '', confirm_link_id = NULL
   WHERE r.session_id = ANY ($1::uuid[]) AND ${saysSomething('r')}`,
);
const FORGET_INVITATIONS = counted(
  `DELETE FROM invited_addresses i WHERE i.session_id = ANY ($1::uuid[]) AND ${ONE_ADDRESS}`,
);
const FORGET_INVITATIONS_OF_SERIES = counted(
  `DELETE FROM invited_addresses i WHERE i.series_id = ANY ($1::uuid[]) AND ${ONE_ADDRESS}`,
);
const FORGET_DECISIONS_OF_SERIES = counted(
  `DELETE FROM attendance_decisions d WHERE d.series_id = ANY ($1::uuid[])`,
);
