import type { RegionTint } from '@reihe/shared-contracts';

/** Zones that stand for a part of the world when times are told "in other cities", most people first. */
const ZONES_OF_TINT: Record<RegionTint, readonly string[]> = {
  africa: ['Africa/Lagos', 'Africa/Nairobi', 'Africa/Johannesburg'],
  asia: ['Asia/Kolkata', 'Asia/Manila'],
  europe: ['Europe/Berlin', 'Europe/Kyiv'],
  'latin-america': ['America/Sao_Paulo', 'America/Bogota', 'America/Mexico_City'],
  'middle-east': ['Asia/Amman'],
  'north-america': ['America/New_York'],
  oceania: ['Pacific/Auckland'],
  world: ['America/Bogota', 'Europe/Berlin', 'Africa/Nairobi', 'Asia/Kolkata'],
};

/** The zones in which an audience lives; for everyone where no region is named. */
export function zonesOfAudience(tints: readonly RegionTint[]): string[] {
  const asked = tints.length === 0 ? (['world'] as const) : tints;
  return [...new Set(asked.flatMap((tint) => ZONES_OF_TINT[tint]))];
}

/** The city a zone is named after, in the page's language: Intl has no names for these. */
export function zonePlace(timeZone: string): string {
  switch (timeZone) {
    case 'Africa/Johannesburg':
      return $localize`:@@web.city.johannesburg:Johannesburg`;
    case 'Africa/Lagos':
      return $localize`:@@web.city.lagos:Lagos`;
    case 'Africa/Nairobi':
      return $localize`:@@web.city.nairobi:Nairobi`;
    case 'America/Bogota':
      return $localize`:@@web.city.bogota:Bogotá`;
    case 'America/Mexico_City':
      return $localize`:@@web.city.mexico-city:Mexico City`;
    case 'America/New_York':
      return $localize`:@@web.city.new-york:New York`;
    case 'America/Sao_Paulo':
      return $localize`:@@web.city.sao-paulo:São Paulo`;
    case 'Asia/Amman':
      return $localize`:@@web.city.amman:Amman`;
    case 'Asia/Kolkata':
    case 'Asia/Calcutta':
      return $localize`:@@web.city.kolkata:Kolkata`;
    case 'Asia/Manila':
      return $localize`:@@web.city.manila:Manila`;
    case 'Europe/Berlin':
      return $localize`:@@web.city.berlin:Berlin`;
    case 'Europe/Kyiv':
    case 'Europe/Kiev':
      return $localize`:@@web.city.kyiv:Kyiv`;
    case 'Pacific/Auckland':
      return $localize`:@@web.city.auckland:Auckland`;
    default:
      return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
  }
}
