import type { Client } from 'pg';

export type Parameter = string | number | boolean | Date | null | readonly string[];

/** A statement as the product asks it. */
export interface Asked {
  name: string;
  sql: string;
  parameters: readonly Parameter[];
  /** Planned once for any parameters, as `Database.prepared` has it; otherwise for these. */
  isPrepared: boolean;
  /** What a function around it sets. */
  setting?: string;
}

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: Plan[];
}

export interface PlanFacts {
  /** Each once, in their order. */
  indexes: string[];
  /** Tables that are read from their beginning to their end. */
  readWhole: string[];
}

export async function factsOf(client: Client, asked: Asked): Promise<PlanFacts> {
  const nodes = all(await planOf(client, asked));
  const each = (names: readonly (string | undefined)[]) => [
    ...new Set(names.filter((name) => name !== undefined)),
  ];
  return {
    indexes: each(nodes.map((node) => node['Index Name'])),
    readWhole: each(
      nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name']),
    ),
  };
}

async function planOf(client: Client, { sql, parameters, isPrepared, setting }: Asked): Promise<Plan> {
  await client.query('BEGIN');
  try {
    if (isPrepared) await client.query('SET LOCAL plan_cache_mode = force_generic_plan');
    else await client.query('SET LOCAL plan_cache_mode = force_custom_plan');
    if (setting) await client.query(`SET LOCAL ${setting}`);
    await client.query(`PREPARE asked AS ${sql}`);
    const values = parameters.map(literal).join(', ');
    const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
      `EXPLAIN (FORMAT JSON) EXECUTE asked (${values})`,
    );
    const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
    if (!plan) throw new Error('PostgreSQL told no plan.');
    return plan;
  } finally {
    await client.query('ROLLBACK');
    await client.query('DEALLOCATE ALL');
  }
}

function all(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(all)];
}

function literal(value: Parameter): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return `'${value.toISOString()}'`;
  const text = typeof value === 'string' ? value : `{${value.join(',')}}`;
  return `'${text.replaceAll("'", "''")}'`;
}
