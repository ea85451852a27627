import type { RecapTeaser, RegionTerm } from '@reihe/shared-contracts';
import type { Formats } from '@reihe/web-platform';

/** Who a session or recap is for; without regions it is for everyone. */
export function audienceWords(regions: readonly RegionTerm[], formats: Formats): string {
  return regions.length > 0
    ? formats.list(regions.map(({ name }) => name))
    : $localize`:@@recaps.audience.world:Worldwide`;
}

/** The days a recap looks back on, each in the zone of its host, told once. */
export function heldWords(heldOn: RecapTeaser['heldOn'], formats: Formats): string {
  const days = heldOn.map(({ startsAt, timeZone }) => formats.day(startsAt, timeZone));
  return formats.list([...new Set(days)]);
}

/** "Latin America · held on 14 October 2020 and 5 November 2020" */
export function audienceAndDay(recap: RecapTeaser, formats: Formats): string {
  const audience = audienceWords(recap.regions, formats);
  const days = heldWords(recap.heldOn, formats);
  return days ? $localize`:@@recaps.teaser.line:${audience}:audience: · held on ${days}:days:` : audience;
}
