import { randomBytes } from 'node:crypto';
import { type DemonstrationWorld, startDemonstrationWorld } from '../demonstration/world.ts';

export interface BenchWorld extends DemonstrationWorld {
  /** Of the demonstration's staff accounts. */
  staffPassword: string;
}

export const DEMO_SERIES = 'municipal-responses-to-covid-19';

export async function startWorld(): Promise<BenchWorld> {
  const staffPassword = randomBytes(12).toString('base64url');
  const world = await startDemonstrationWorld('bench', { REIHE_DEMO_PASSWORD: staffPassword });
  return { ...world, staffPassword };
}
