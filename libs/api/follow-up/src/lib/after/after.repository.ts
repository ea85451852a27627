import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import { fallbackOrder } from '@reihe/api-platform';
import {
  DEFAULT_LANGUAGE,
  type Language,
  type OfferedMaterial,
  type RegistrationState,
  type SessionState,
} from '@reihe/shared-contracts';
import type { FollowedSession } from '@reihe/shared-policies';
import type { FeedbackAnswer, MaterialAudience } from '@reihe/shared-registration';
import { AFTER_MANY, AFTER_PAGE, ONE_SEAT, OWN_SEAT } from './after.sql';

interface SeatRow {
  registrationId: string;
  participantId: string;
  state: RegistrationState;
  name: string;
  ownLanguage: Language;
  sessionId: string;
  slug: string;
  sessionState: SessionState;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  title: string;
  titleLanguage: Language;
  host: string;
  isOffered: boolean;
  isMarked: boolean;
  isWithdrawn: boolean;
}

/** A place in a session and the session, as far as what comes after it needs them. */
export interface Seat extends Omit<SeatRow, 'sessionState' | 'startsAt' | 'endsAt'> {
  session: FollowedSession;
}

export interface AfterParts extends Seat {
  materials: (OfferedMaterial & { audience: MaterialAudience })[];
  /** null: no feedback yet. */
  wasAnonymous: boolean | null;
  own: { rating: number | null; comment: string; answers: FeedbackAnswer[] } | null;
  /** Of the certificate that is valid. */
  code: string | null;
}

export interface AfterFacts {
  id: string;
  participantId: string;
  endsAt: Date;
  materials: number;
  isGiven: boolean;
  hasCertificate: boolean;
}

@Injectable()
export class AfterRepository {
  constructor(private readonly database: Database) {}

  async seat(registrationId: string, language: Language = DEFAULT_LANGUAGE): Promise<Seat | null> {
    const [row] = await this.database.query<SeatRow>(ONE_SEAT, [fallbackOrder(language), registrationId]);
    return row ? seatOf(row) : null;
  }

  /** null: the link is not known, or the registration is another person's. */
  async ownSeat(tokenHash: string, registrationId: string, language: Language): Promise<Seat | null> {
    const [row] = await this.database.query<SeatRow>(OWN_SEAT, [
      fallbackOrder(language),
      registrationId,
      tokenHash,
    ]);
    return row ? seatOf(row) : null;
  }

  async page(tokenHash: string, registrationId: string, language: Language): Promise<AfterParts | null> {
    const [row] = await this.database.query<SeatRow & Omit<AfterParts, keyof Seat>>(AFTER_PAGE, [
      fallbackOrder(language),
      registrationId,
      tokenHash,
    ]);
    return row ? { ...row, ...seatOf(row) } : null;
  }

  ofMany(registrationIds: readonly string[], now: Date): Promise<AfterFacts[]> {
    return this.database.query<AfterFacts>(AFTER_MANY, [registrationIds, now]);
  }
}

function seatOf({ sessionState, startsAt, endsAt, ...row }: SeatRow): Seat {
  return { ...row, session: { state: sessionState, startsAt, endsAt } };
}
