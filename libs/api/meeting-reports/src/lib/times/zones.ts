import { isTimeZone } from '@reihe/shared-policies';

/** What a time says about its zone: minutes ahead of UTC, or an IANA name. */
export type WrittenZone = { offset: number } | { name: string };

/** Those that mean one thing only, as far as meeting tools write them; `CST`, `IST` and others are several zones. */
const ABBREVIATIONS: Record<string, number> = {
  WET: 0,
  WEST: 60,
  CET: 60,
  MEZ: 60,
  CEST: 120,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  EDT: -240,
  EST: -300,
  CDT: -300,
  MDT: -360,
  PDT: -420,
  PST: -480,
};

/**
 * `Europe/Berlin`, `GMT+01:00`, `+0530`, `(UTC+01:00) Amsterdam, Berlin`, `Z`, `MESZ`. Where a name and an offset are told, the
 * name is; null: none that is known.
 */
export function zoneIn(text: string): WrittenZone | null {
  const words = text.replace(/[()[\],]/g, ' ').trim();
  const name = words.split(/\s+/).find((word) => word.includes('/') && isTimeZone(word));
  if (name) return { name };
  const [, sign, hours, minutes = '0'] =
    /(?:^|UTC|GMT)\s*([+\u2212-])(\d{1,2})(?::?(\d{2}))?(?!\d)/i.exec(words) ?? [];
  if (sign && hours) {
    const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '+' ? 1 : -1);
    return Math.abs(offset) <= 14 * 60 ? { offset } : null;
  }
  if (/^(?:Z|UTC|GMT|Etc\/UTC)$/i.test(words)) return { name: 'UTC' };
  const known = ABBREVIATIONS[words.toUpperCase()];
  return known === undefined ? null : { offset: known };
}
