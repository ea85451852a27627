import type { RegionTint } from '@reihe/shared-contracts';

export function tintWords(tint: RegionTint): string {
  switch (tint) {
    case 'africa':
      return $localize`:@@programme.tint.africa:Africa`;
    case 'asia':
      return $localize`:@@programme.tint.asia:Asia`;
    case 'europe':
      return $localize`:@@programme.tint.europe:Europe`;
    case 'latin-america':
      return $localize`:@@programme.tint.latin-america:Latin America`;
    case 'middle-east':
      return $localize`:@@programme.tint.middle-east:Middle East`;
    case 'north-america':
      return $localize`:@@programme.tint.north-america:North America`;
    case 'oceania':
      return $localize`:@@programme.tint.oceania:Oceania`;
    case 'world':
      return $localize`:@@programme.tint.world:World`;
  }
}
