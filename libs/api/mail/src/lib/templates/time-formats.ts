const STYLES = {
  /** One instant. */
  moment: { dateStyle: 'full', timeStyle: 'short' },
  /** From when until when. */
  range: {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  },
  /** The day alone, which is not far away. */
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  /** The zone's name. */
  zone: { timeZoneName: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Making one takes half a millisecond, using it a hundredth of that; emptied before it grows without end. */
const formats = new Map<string, Intl.DateTimeFormat>();
const FORMATS_KEPT = 1_000;

/** The same formatter for everybody who reads in one language and lives by one clock. */
export function timeFormat(
  style: keyof typeof STYLES,
  locale: string,
  timeZone: string,
): Intl.DateTimeFormat {
  const key = `${style} ${locale} ${timeZone}`;
  const known = formats.get(key);
  if (known) return known;
  if (formats.size >= FORMATS_KEPT) formats.clear();
  const format = new Intl.DateTimeFormat(locale, { ...STYLES[style], timeZone });
  formats.set(key, format);
  return format;
}
