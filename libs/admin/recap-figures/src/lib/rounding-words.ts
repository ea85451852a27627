import type { FigureRounding } from '@reihe/shared-contracts';

/** How a number is said. */
export function roundingWords(rounding: FigureRounding): string {
  switch (rounding) {
    case 'exact':
      return $localize`:@@recap-desk.figure.exact:As it is`;
    case 'tens':
      return $localize`:@@recap-desk.figure.tens:More than the next lower ten`;
    case 'hundreds':
      return $localize`:@@recap-desk.figure.hundreds:More than the next lower hundred`;
    case 'thousands':
      return $localize`:@@recap-desk.figure.thousands:More than the next lower thousand`;
  }
}
