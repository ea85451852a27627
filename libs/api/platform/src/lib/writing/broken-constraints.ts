import type { DomainError } from '../problems/domain-error';

/** What a broken constraint means to the person who broke it, by its name; `detail` is PostgreSQL's. */
export type Refusals = Readonly<Record<string, (detail: string) => DomainError>>;

/** The database decides who was first; its named refusals become ours, anything else stays an error. */
export async function refuseBroken<T>(refusals: Refusals, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { constraint, detail } = brokenConstraint(error);
    const refusal = constraint === null ? undefined : refusals[constraint];
    throw refusal ? refusal(detail) : error;
  }
}

function brokenConstraint(error: unknown): { constraint: string | null; detail: string } {
  const driverError: unknown = property(error, 'driverError');
  const constraint = property(driverError, 'constraint');
  const detail = property(driverError, 'detail');
  return {
    constraint: typeof constraint === 'string' ? constraint : null,
    detail: typeof detail === 'string' ? detail : '',
  };
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
