import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { SeatDesk, sessionNotFound, type AddedRegistration, type TellProgress } from '@reihe/api-platform';
import { importRefused, readPastedSheet, readSheet } from '@reihe/api-sheets';
import type { Me } from '@reihe/shared-contracts';
import type { ReadSheet } from '@reihe/shared-planning';
import { emailKey } from '@reihe/shared-policies';
import type {
  AddedPersonResult,
  AddPerson,
  PeopleImportCheck,
  PeopleImportRequest,
  PeopleImportResult,
  PeopleSheet,
} from '@reihe/shared-registration';
import { guessPersonColumns } from './guess-person-columns';
import { PeopleRepository } from './people.repository';
import { inOneLine, readPeople, tellTwice, type ReadPerson } from './read-people';

/** So many are written before it is told how far it is. */
const STEP = 20;

/** People whom staff enter: one by a form, many by a sheet, of which all come or none. */
@Injectable()
export class PeopleImport {
  constructor(
    private readonly people: PeopleRepository,
    private readonly seats: SeatDesk,
  ) {}

  /** @throws session.not-found */
  @Transactional()
  async addOne({ isQuiet, sessionId, ...typed }: AddPerson, staff: Me): Promise<AddedPersonResult> {
    if ((await this.people.zoneOfSession(sessionId)) === null) throw sessionNotFound();
    const person = {
      ...typed,
      sessionId,
      name: inOneLine(typed.name),
      allowsRecording: null,
    };
    const [added] = await this.seats.add([person], 'staff', staff, { isQuiet });
    if (!added) throw new Error('Whoever adds one person is told of one.');
    return added;
  }

  /** @throws import.unreadable, import.empty, import.too-many-rows */
  async readFile(bytes: Uint8Array): Promise<PeopleSheet> {
    return withGuess(await readSheet(bytes));
  }

  readPasted(text: string): PeopleSheet {
    return withGuess(readPastedSheet(text));
  }

  /** @throws session.not-found */
  async check(request: PeopleImportRequest): Promise<PeopleImportCheck> {
    const rows = await this.read(request);
    return {
      rows: rows.map(({ person: _person, refuse: _refuse, ...row }) => row),
      ready: rows.filter(({ problems }) => problems.length === 0).length,
    };
  }

  /** @throws import.refused where a row is not right: then none is imported; session.not-found */
  @Transactional()
  async run(request: PeopleImportRequest, staff: Me, tell: TellProgress): Promise<PeopleImportResult> {
    const rows = await this.read(request);
    const wrong = rows.filter(({ problems }) => problems.length > 0);
    if (wrong.length > 0) throw importRefused(wrong.map(({ line }) => line));
    const people = rows.map(({ person }) => person);
    const added: AddedRegistration[] = [];
    for (let from = 0; from < people.length; from += STEP) {
      const step = people.slice(from, from + STEP);
      added.push(...(await this.seats.add(step, 'import', staff, { isQuiet: request.isQuiet })));
      tell(added.length, people.length);
    }
    return resultOf(added);
  }

  private async read(request: PeopleImportRequest): Promise<ReadPerson[]> {
    const zone = await this.people.zoneOfSession(request.sessionId);
    if (zone === null) throw sessionNotFound();
    const rows = readPeople({ ...request, timeZone: request.timeZone ?? zone });
    const keys = rows.map(({ person }) => emailKey(person.email));
    const known = new Map(
      (await this.people.known(keys, request.sessionId)).map((one) => [one.emailKey, one]),
    );
    tellTwice(rows, (email) => known.get(emailKey(email))?.participantId ?? emailKey(email));
    for (const row of rows)
      if (known.get(emailKey(row.person.email))?.isRegistered) row.refuse('email', 'already-there');
    return rows;
  }
}

function withGuess(sheet: ReadSheet): PeopleSheet {
  return { ...sheet, guessed: guessPersonColumns(sheet.columns) };
}

function resultOf(added: readonly AddedRegistration[]): PeopleImportResult {
  const count = (is: (one: AddedRegistration) => boolean) => added.filter(is).length;
  return {
    confirmed: count(({ state, wasRegistered }) => !wasRegistered && state === 'confirmed'),
    waitlisted: count(({ state, wasRegistered }) => !wasRegistered && state === 'waitlisted'),
    awaiting: count(({ state, wasRegistered }) => !wasRegistered && state === 'awaiting-approval'),
    wasRegistered: count(({ wasRegistered }) => wasRegistered),
  };
}
