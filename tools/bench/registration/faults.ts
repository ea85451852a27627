/** A registration as the checks read it, of the product or of the floor. */
export interface Written {
  session: string;
  email: string;
  /** Holds a seat: confirmed, or held until the link is followed. */
  hasSeat: boolean;
  isWaiting: boolean;
  /** Rises with the moment at which it was decided under the session's lock. */
  decided: number;
  /** Place in the queue; null unless waiting. */
  queueNumber: number | null;
}

export interface Answered {
  session: string;
  email: string;
  status: number;
  retryAfter: string | undefined;
}

/** What is wrong after a round, in words; nothing: everything was right. */
export function faultsOfRound(
  answers: readonly Answered[],
  written: readonly Written[],
  capacity: number,
): string[] {
  return [...faultsOfAnswers(answers, written), ...faultsOfSeats(written, capacity)];
}

/** Each request is answered once: taken in, with one registration, or told honestly to come again, with none. */
function faultsOfAnswers(answers: readonly Answered[], written: readonly Written[]): string[] {
  const rows = new Map<string, number>();
  for (const { session, email } of written) {
    const key = `${session} ${email}`;
    rows.set(key, (rows.get(key) ?? 0) + 1);
  }
  const faults: string[] = [];
  for (const [key, count] of rows) if (count > 1) faults.push(`${count} registrations of ${key}`);
  for (const { session, email, status, retryAfter } of answers) {
    const count = rows.get(`${session} ${email}`) ?? 0;
    rows.delete(`${session} ${email}`);
    if (status === 202 && count === 0)
      faults.push(`${email} was told to be taken in and has no registration`);
    if (status === 503 && count > 0) faults.push(`${email} was told to come again and has a registration`);
    if (status === 503 && !(Number(retryAfter) > 0)) faults.push(`${email} was not told when to come again`);
    if (status !== 202 && status !== 503) faults.push(`${email} was answered ${status}`);
  }
  for (const key of rows.keys()) faults.push(`a registration nobody asked for: ${key}`);
  return faults;
}

/** As many seats as there are go to as many people as want one, never one more. */
export function faultsOfSeats(written: readonly Written[], capacity: number): string[] {
  return bySession(written).flatMap(([session, rows]) => {
    const seats = rows.filter(({ hasSeat }) => hasSeat).length;
    const right = Math.min(capacity, rows.length);
    return seats === right ? [] : [`${session} has ${seats} seats taken, not ${right}`];
  });
}

/** Everybody is served or waits, and the queue is in the order in which it was joined. */
export function faultsOfQueue(written: readonly Written[], capacity: number): string[] {
  return bySession(written).flatMap(([session, rows]) => {
    const faults = faultsOfSeats(rows, capacity);
    const lost = rows.filter(({ hasSeat, isWaiting }) => hasSeat === isWaiting);
    if (lost.length > 0) faults.push(`${session}: ${lost.length} neither have a seat nor wait`);
    const waiting = rows.filter(({ isWaiting }) => isWaiting).sort((a, b) => a.decided - b.decided);
    const isOrdered = waiting.every(
      ({ queueNumber }, at) => queueNumber !== null && queueNumber > (waiting[at - 1]?.queueNumber ?? 0),
    );
    if (!isOrdered) faults.push(`${session}: the queue is not in the order of coming`);
    return faults;
  });
}

/**
 * After `more` seats were added: those who waited longest have them, in their order, and nobody else.
 * @param promoted addresses in the order in which the log has them
 */
export function faultsOfPromotion(
  before: readonly Written[],
  promoted: readonly { session: string; email: string }[],
  more: number,
): string[] {
  return bySession(before).flatMap(([session, rows]) => {
    const right = rows
      .filter(({ isWaiting }) => isWaiting)
      .sort((a, b) => (a.queueNumber ?? 0) - (b.queueNumber ?? 0))
      .slice(0, more)
      .map(({ email }) => email);
    const found = promoted.filter((one) => one.session === session).map(({ email }) => email);
    const isRight = found.length === right.length && found.every((email, at) => email === right[at]);
    return isRight ? [] : [`${session}: not the ${more} who waited longest were promoted in their order`];
  });
}

function bySession(written: readonly Written[]): [session: string, rows: Written[]][] {
  const sessions = new Map<string, Written[]>();
  for (const row of written) {
    const rows = sessions.get(row.session);
    if (rows) rows.push(row);
    else sessions.set(row.session, [row]);
  }
  return [...sessions];
}
