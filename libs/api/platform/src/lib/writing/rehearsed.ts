/** Not a failure: how a transaction ends that was only to be looked at. */
class Rehearsed extends Error {
  constructor() {
    super('rehearsed');
  }
}

/**
 * What work would come to: carried out and taken back, so the outcome is exact and nothing is written.
 * @param inTransaction runs what it is given in a transaction, which a rejection takes back
 */
export async function rehearsed<Outcome>(
  work: () => Promise<Outcome>,
  inTransaction: (work: () => Promise<never>) => Promise<never>,
): Promise<Outcome> {
  const end = new Rehearsed();
  let seen: { outcome: Outcome } | null = null;
  try {
    return await inTransaction(async () => {
      seen = { outcome: await work() };
      throw end;
    });
  } catch (error) {
    if (error === end && seen) return (seen as { outcome: Outcome }).outcome;
    throw error;
  }
}
