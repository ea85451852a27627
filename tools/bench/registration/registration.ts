import { median } from '../measure.ts';
import type { BenchOutcome } from '../bench.ts';
import {
  faultsOfPromotion,
  faultsOfQueue,
  faultsOfRound,
  faultsOfSeats,
  type Answered,
  type Written,
} from './faults.ts';
import { during, each, load, type LoadResult } from './load.ts';
import { Organiser } from './organiser.ts';
import { outcomeOf } from './outcome.ts';
import { makeSessions, prepareSeries } from './sessions.ts';
import { startRegistrationWorld, type RegistrationWorld, type Servers } from './world.ts';
import { RoundReader } from './written.ts';

const REGISTER = '/api/v1/registrations';
const CONFIRM = '/api/v1/registrations/confirm';
const SECONDS = 3;
/** V8 goes on compiling what it finds hot for some seconds, in each process anew. */
const WARM_UP_SECONDS = 12;
/** People for each seat, at least: so that the checks see a queue. */
const OVERBOOKED = 1.5;
const SEATS_MORE = 3;
const CONTROL_ATTEMPTS = 5;
/** So many of the sessions get more seats at the end of a round. */
const RESIZED = 5;

export interface Scenario {
  sessions: number;
  capacity: number;
  /** What the ratio must reach. */
  floor: number;
}

export const HOT: Scenario = { sessions: 1, capacity: 200, floor: 1 };
export const SPREAD: Scenario = { sessions: 200, capacity: 2, floor: 0.6 };

export interface Plan {
  processes: readonly number[];
  clients: readonly number[];
  rounds: number;
}

interface Person {
  session: string;
  slug: string;
  email: string;
}

interface Measured {
  /** Per second. */
  register: number;
  confirm: number;
  floor: number;
}

const perSecond = ({ sent, seconds }: LoadResult<unknown>, status: number) =>
  sent.filter(({ answer }) => answer.status === status).length / seconds;

/**
 * People who register, all for one session or spread over many, against the bare transaction on as many processes with as many
 * clients and connections, in turns. Load, product, floor and PostgreSQL share the machine, so a ratio says more than a number.
 */
export async function benchRegistration(scenario: Scenario, plan: Plan): Promise<BenchOutcome> {
  const world = await startRegistrationWorld();
  try {
    const bench = new RegistrationBench(world, scenario);
    await bench.prepare();
    await bench.proveThatAnOversellIsSeen();
    const combinations: number[][] = [];
    for (const processes of plan.processes) {
      for (const clients of plan.clients) {
        const measured = await bench.measure(processes, clients, plan.rounds);
        combinations.push(measured.map(({ register, floor }) => register / floor));
        say(processes, clients, measured);
      }
    }
    return outcomeOf(combinations, scenario.floor);
  } finally {
    await world.stop();
  }
}

function say(processes: number, clients: number, measured: readonly Measured[]): void {
  const middle = (of: (one: Measured) => number) => median(measured.map(of));
  process.stdout.write(
    `  ${processes} process${processes === 1 ? '' : 'es'}, ${clients} clients: ` +
      `${middle(({ register, floor }) => register / floor).toFixed(2)} of the floor ` +
      `(${middle(({ register }) => register).toFixed(0)} of ${middle(({ floor }) => floor).toFixed(0)} per second); ` +
      `confirming: ${middle(({ confirm, floor }) => confirm / floor).toFixed(2)} ` +
      `(${middle(({ confirm }) => confirm).toFixed(0)} per second)\n`,
  );
}

class RegistrationBench {
  private readonly world: RegistrationWorld;
  private readonly scenario: Scenario;
  private seriesId = '';
  private password = '';
  private round = 0;
  private people = 0;

  constructor(world: RegistrationWorld, scenario: Scenario) {
    this.world = world;
    this.scenario = scenario;
  }

  async prepare(): Promise<void> {
    this.seriesId = await prepareSeries(this.world.database);
    this.password = await Organiser.create(this.world);
  }

  /** The negative control: without its lock the floor sells seats twice, and the checks find it. */
  async proveThatAnOversellIsSeen(): Promise<void> {
    const floor = await this.world.startFloor(2, true);
    try {
      // Now and then nobody gets between two statements of somebody else.
      for (let attempt = 0; attempt < CONTROL_ATTEMPTS; attempt++) {
        const { people, reader } = await this.freshRound(1);
        const crowd = Array.from({ length: this.scenario.capacity + 200 }, people);
        await load({ ports: floor.ports, clients: 64, path: '/', next: each(crowd), bodyOf: floorBody });
        const [fault] = faultsOfSeats(await reader.ofFloor(), this.scenario.capacity);
        if (fault) return void process.stdout.write(`  without a lock: ${fault}\n`);
      }
      throw new Error('Without a lock no seat was sold twice: the checks prove nothing.');
    } finally {
      await floor.stop();
    }
  }

  async measure(processes: number, clients: number, rounds: number): Promise<Measured[]> {
    const api = await this.world.startApi(processes);
    const floor = await this.world.startFloor(processes);
    try {
      const organiser = await Organiser.signIn(api.ports[0] ?? 0, this.password);
      await this.oneRound(api, floor, organiser, clients, WARM_UP_SECONDS);
      // As autovacuum does within a minute: until then the planner takes every table for an empty one.
      await this.world.database.query('ANALYZE');
      const measured: Measured[] = [];
      for (let round = 0; round < rounds; round++)
        measured.push(await this.oneRound(api, floor, organiser, clients, SECONDS));
      return measured;
    } finally {
      await api.stop();
      await floor.stop();
    }
  }

  private async oneRound(
    api: Servers,
    floor: Servers,
    organiser: Organiser,
    clients: number,
    seconds: number,
  ): Promise<Measured> {
    const { capacity } = this.scenario;
    const { sessions, people, reader } = await this.freshRound();
    const crowd = Math.ceil(this.scenario.sessions * capacity * OVERBOOKED);

    const registered = await load({
      ports: api.ports,
      clients,
      path: REGISTER,
      next: during(seconds, crowd, people),
      bodyOf: registerBody,
    });
    refuse(faultsOfRound(answersOf(registered), await reader.ofProduct(), capacity));

    const plain = await load({
      ports: floor.ports,
      clients,
      path: '/',
      next: during(seconds, crowd, people),
      bodyOf: floorBody,
    });
    const onFloor = await reader.ofFloor();
    refuse([...faultsOfRound(answersOf(plain), onFloor, capacity), ...faultsOfQueue(onFloor, capacity)]);

    const confirmed = await this.confirmAll(api, clients, await reader.confirmTokens());
    const settled = await reader.ofProduct();
    refuse(faultsOfQueue(settled, capacity));
    await this.addSeats(organiser, sessions.slice(0, RESIZED), settled);
    return {
      register: perSecond(registered, 202),
      confirm: confirmed,
      floor: perSecond(plain, 202),
    };
  }

  /** Per second. Who is told to come again does, as the button of the page would. */
  private async confirmAll(api: Servers, clients: number, tokens: readonly string[]): Promise<number> {
    let left = tokens;
    let seconds = 0;
    while (left.length > 0) {
      const round = await load<string>({
        ports: api.ports,
        clients,
        path: CONFIRM,
        next: each(left),
        bodyOf: (token) => JSON.stringify({ token }),
      });
      const again = round.sent.filter(({ answer }) => answer.status === 503);
      const wrong = round.sent.filter(({ answer }) => answer.status !== 200 && answer.status !== 503);
      refuse(wrong.map(({ answer }) => `confirming was answered ${answer.status}: ${answer.body}`));
      if (again.length === left.length) throw new Error('Nobody could confirm.');
      left = again.map(({ of }) => of);
      seconds += round.seconds;
    }
    return tokens.length / seconds;
  }

  private async addSeats(
    organiser: Organiser,
    of: readonly { id: string }[],
    before: Written[],
  ): Promise<void> {
    for (const { id } of of) await organiser.resize(id, this.scenario.capacity + SEATS_MORE);
    const ids = new Set(of.map(({ id }) => id));
    const reader = new RoundReader(this.world.database, [...ids]);
    const waited = before.filter(({ session }) => ids.has(session));
    refuse([
      ...faultsOfPromotion(waited, await reader.promoted(), SEATS_MORE),
      ...faultsOfQueue(await reader.ofProduct(), this.scenario.capacity + SEATS_MORE),
    ]);
  }

  /** New sessions, and new people who want one of them each in turn. */
  private async freshRound(count = this.scenario.sessions) {
    this.round += 1;
    const { sessions } = await makeSessions(
      this.world.database,
      this.seriesId,
      String(this.round),
      count,
      this.scenario.capacity,
    );
    const people = (): Person => {
      this.people += 1;
      const session = sessions[this.people % sessions.length];
      return {
        session: session?.id ?? '',
        slug: session?.slug ?? '',
        email: `person-${this.people}@bench.example`,
      };
    };
    const reader = new RoundReader(
      this.world.database,
      sessions.map(({ id }) => id),
    );
    return { sessions, people, reader };
  }
}

function registerBody({ slug, email }: Person): string {
  return JSON.stringify({
    sessionSlugs: [slug],
    name: 'Sample Person',
    email,
    organisation: 'City administration',
    position: 'Urban planner',
    city: 'Lviv',
    country: 'UA',
    language: 'en',
    timeZone: 'Europe/Kyiv',
    hasAcceptedPrivacyNotice: true,
  });
}

function floorBody({ session, email }: Person): string {
  return JSON.stringify({ session, name: 'Sample Person', email });
}

function answersOf({ sent }: LoadResult<Person>): Answered[] {
  return sent.map(({ of: { session, email }, answer }) => ({
    session,
    email,
    status: answer.status,
    retryAfter: answer.headers.get('retry-after'),
  }));
}

/** A number that was reached by a mistake is none. */
function refuse(faults: readonly string[]): void {
  if (faults.length > 0)
    throw new Error(`${faults.length} faults after a round:\n${faults.slice(0, 10).join('\n')}`);
}
