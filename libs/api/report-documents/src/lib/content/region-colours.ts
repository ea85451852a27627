import type { RegionTint } from '@reihe/shared-contracts';

/** The inks of the tokens: one per world region, the same as on chips and maps. */
const COLOURS: Record<RegionTint, string> = {
  africa: '#59350a',
  asia: '#6b1f2c',
  europe: '#123f70',
  'latin-america': '#1f4a26',
  'middle-east': '#48286a',
  'north-america': '#0b4549',
  oceania: '#1f3a80',
  world: '#33404a',
};

export function regionColour(tint: RegionTint): string {
  return COLOURS[tint];
}
