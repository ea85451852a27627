/**
 * Known to browsers and Node alone, from a time before the zone database: PostgreSQL and calendars refuse them or, as with `IST`,
 * mean another zone. `SystemV/…` are of the same kind.
 */
const OUTDATED = new Set(
  (
    'ACT AET AGT ART AST BET BST CAT CNT CST CTT EAT ECT IET IST JST MIT NET NST PLT PNT PRT PST SST VST ' +
    'US/PACIFIC-NEW CANADA/EAST-SASKATCHEWAN'
  ).split(' '),
);

/** Asking for a zone makes a formatter; those found good are not asked for again. */
const known = new Set<string>();

/**
 * Named IANA zones only, that the database knows too: an offset such as `+02:00` has no clock changes and is not what an organiser
 * means. Letter case is free.
 */
export function isTimeZone(name: string): boolean {
  if (known.has(name)) return true;
  if (!/^[A-Za-z]/.test(name) || /^systemv\//i.test(name) || OUTDATED.has(name.toUpperCase())) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    // Because of the case there are more spellings than zones.
    if (known.size < 999) known.add(name);
    return true;
  } catch {
    return false;
  }
}
