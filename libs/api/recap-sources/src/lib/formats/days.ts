const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const EARLIEST = 1990;
const LATEST = 2100;

/**
 * The day that a source writes, as it was where it was written: `2020-05-12T…`, `Tue, 12 May 2020 …`, `12.05.2020`.
 * @returns an ISO date; null: no day that there is
 */
export function dayOf(written: string): string | null {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(written);
  if (iso) return day(iso[1], iso[2], iso[3]);
  const dotted = /^\s*(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/.exec(written);
  if (dotted) return day(dotted[3], dotted[2], dotted[1]);
  const named = /(?:^|[\s,])(\d{1,2})[\s-]([a-z]{3})[a-z]*[\s-](\d{4})(?!\d)/i.exec(written);
  const month = MONTHS.indexOf((named?.[2] ?? '').toLowerCase()) + 1;
  return named && month > 0 ? day(named[3], String(month), named[1]) : null;
}

function day(year = '', month = '', date = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const known = new Date(`${text}T00:00:00Z`);
  const isDay = !Number.isNaN(known.getTime()) && known.toISOString().startsWith(text);
  return isDay && Number(year) >= EARLIEST && Number(year) <= LATEST ? text : null;
}
