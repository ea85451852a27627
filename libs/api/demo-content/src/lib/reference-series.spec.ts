import { describe, expect, it } from '@jest/globals';
import {
  categories,
  demoImages,
  formatAliases,
  instantsOf,
  referenceRecaps,
  referenceSeries,
  referenceSessions,
  referenceSpeakers,
  regions,
} from '../index';

const keysOf = (things: readonly { key: string }[]) => things.map(({ key }) => key);

describe('the reference series', () => {
  it('keeps every name of the host’s lists findable, the format apart from the places', () => {
    const regionNames = [
      'Afrika',
      'Asien',
      'Europa',
      'Deutschland',
      'Mittel-, Ost- und Südosteuropa',
      'Lateinamerika',
      'Naher Osten',
      'Südosteuropa und Kaukasus',
      'Subsahara-Afrika',
    ];
    expect(regions.map(({ name }) => name.de).sort()).toEqual(regionNames.sort());
    expect(formatAliases.map(({ name }) => name.de)).toEqual(['Virtueller Fachaustausch']);
    const inOrder = referenceSeries.categories.map(
      (key) => categories.find((category) => category.key === key)?.name.de,
    );
    expect(inOrder).toEqual([
      'COVID-19',
      'Connective Cities',
      'Good Urban Governance',
      'Integrierte Stadtentwicklung',
      'Kommunale Dienstleistungen',
      'Lokale Wirtschaftsentwicklung',
    ]);
  });

  it('states its figures as reported by the host, as lower bounds', () => {
    expect(referenceSeries.stated).toEqual([
      { measure: 'sessions', value: 35, isAtLeast: true, source: 'Connective Cities' },
      { measure: 'participants', value: 800, isAtLeast: true, source: 'Connective Cities' },
    ]);
  });

  it.each([
    [
      '2020-10-14',
      ['2020-10-07'],
      ['south-eastern-europe-caucasus'],
      'Digitalisierung von kommunalen Dienstleistungen in Südosteuropa (SEE) und im Kaukasus',
    ],
    [
      '2020-11-07',
      ['2020-10-14'],
      [],
      'Die Rolle von Innovationen bei der Eindämmung der Auswirkungen der Pandemie',
    ],
    [
      '2021-01-05',
      ['2020-10-14', '2020-11-05'],
      ['latin-america'],
      'Infektionsketten – Infektionsprävention durch Distanz, Kommunikation und Unterstützung des informellen Sektors',
    ],
    [
      '2021-01-18',
      ['2020-10-27'],
      ['sub-saharan-africa'],
      'Bereitstellung von Basisdienstleistungen: Wasserversorgung',
    ],
    [
      '2020-11-13',
      ['2020-10-28'],
      [],
      'Kommunikation in der Krise: mit Bürgerinnen und Bürgern, Fahrgästen & Kunden',
    ],
    [
      '2021-01-25',
      ['2020-10-29'],
      ['sub-saharan-africa'],
      'Bereitstellung von Basisdienstleistungen: Abfall- und Kreislaufwirtschaft',
    ],
    ['2020-11-17', ['2020-11-04'], [], 'Kommunale Dienstleistungen während der Pandemie'],
    [
      '2020-12-14',
      ['2020-12-09', '2020-12-10'],
      [],
      'Internationaler Fachaustausch zu Lernerfahrungen in der Corona-Krise',
    ],
  ])('has the recap of %s look back on %j', (publishedOn, heldOn, audience, title) => {
    const recap = referenceRecaps.find((candidate) => candidate.publishedOn === publishedOn);
    const covered = referenceSessions.filter(({ key }) => recap?.sessions.includes(key));
    expect(recap?.translations.de.title).toBe(title);
    expect(covered.map((session) => session.heldOn)).toEqual(heldOn);
    expect(covered[0]?.regions).toEqual(audience);
    expect(covered[0]?.title.de).toBe(title);
  });

  it('has ten sessions, each covered by exactly one of eight recaps', () => {
    expect(referenceSessions).toHaveLength(10);
    expect(referenceRecaps).toHaveLength(8);
    expect(referenceRecaps.flatMap((recap) => recap.sessions).sort()).toEqual(
      keysOf(referenceSessions).sort(),
    );
  });

  it('enters the closing event’s contributions as they were, naming nobody but the one named', () => {
    const closing = referenceSessions.find(({ kind }) => kind === 'closing');
    const parts = closing?.agenda.flatMap((item) => item.contributions) ?? [];
    expect(
      parts.map(
        ({ speaker, organisation, city, country }) => speaker ?? organisation?.en ?? `${city} ${country}`,
      ),
    ).toEqual([
      'OECD',
      'Stuttgart DE',
      'Belo Horizonte BR',
      'Amman JO',
      'Tshwane ZA',
      'Lviv UA',
      'peter-tinnemann',
    ]);
    expect(parts[0]?.position?.de).toBe('Leiterin der Urban Policies and Reviews Unit');
    const organisation = 'Charité – Universitätsmedizin Berlin';
    const position = 'Head of Global Health Sciences';
    expect(referenceSpeakers).toEqual([
      {
        key: 'peter-tinnemann',
        title: 'Dr.',
        name: 'Peter Tinnemann',
        position: { de: position, en: position },
        organisation: { de: organisation, en: organisation },
      },
    ]);
    const extra = referenceSessions.find(({ kind }) => kind === 'extra');
    expect(extra?.heldOn).toBe('2020-12-10');
    expect(extra?.agenda.flatMap((item) => item.contributions)).toEqual(
      ['GE', 'RS', 'DE'].map((country) => ({ role: 'speaker', country })),
    );
  });

  it('never credits the photographer whose picture it does not have', () => {
    expect(JSON.stringify({ demoImages, referenceRecaps })).not.toMatch(/Chan2545|istock/i);
  });

  it('is held within its period at times that exist', () => {
    for (const { heldOn, startsAt, minutes, timeZone } of referenceSessions) {
      expect(heldOn >= referenceSeries.startsOn && heldOn <= referenceSeries.endsOn).toBe(true);
      const { startsAt: start, endsAt: end } = instantsOf(heldOn, startsAt, minutes, timeZone);
      expect(end.getTime() - start.getTime()).toBe(minutes * 60_000);
    }
  });
});
