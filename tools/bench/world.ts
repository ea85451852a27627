import { type DemonstrationWorld, startDemonstrationWorld } from '../demonstration/world.ts';

export type BenchWorld = DemonstrationWorld;

export const DEMO_SERIES = 'municipal-responses-to-covid-19';

export const startWorld = (): Promise<BenchWorld> => startDemonstrationWorld('bench');
