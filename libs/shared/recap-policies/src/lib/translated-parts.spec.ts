import type { RichNode } from '@reihe/shared-contracts';
import fc from 'fast-check';
import {
  alignedTo,
  basisAfter,
  basisConfirmed,
  translatedParts,
  withBlockOf,
  type TranslatedText,
} from './translated-parts';

const paragraph = (id: string | undefined, words: string): RichNode => ({
  type: 'paragraph',
  ...(id !== undefined && { attrs: { id } }),
  ...(words !== '' && { content: [{ type: 'text', text: words }] }),
});
const text = (title: string, ...content: RichNode[]): TranslatedText => ({
  title,
  lead: '',
  body: { type: 'doc', content },
});
const statesOf = (...given: Parameters<typeof translatedParts>) =>
  translatedParts(...given).map(({ key, state }) => `${key} ${state}`);

const english = text('Water', paragraph('one', 'Pipes leak.'), paragraph('two', 'Mend them.'));
const german = text('Wasser', paragraph('one', 'Rohre lecken.'), paragraph('two', 'Flickt sie.'));
const NOTHING = { original: null, translation: null };
const made = basisAfter(english, NOTHING, german, {});
const stored = { original: english, translation: german };

describe('a translation', () => {
  it('stands beside its original part by part, and is current when it was made', () => {
    expect(statesOf(english, german, made)).toEqual(['title current', 'one current', 'two current']);
  });

  it('is outdated where the original says something else by now, and there alone, with what it said', () => {
    const changed = text('Water', paragraph('one', 'Old pipes leak.'), paragraph('two', 'Mend them.'));
    const basis = basisAfter(changed, stored, german, made);
    expect(statesOf(changed, german, basis)).toEqual(['title current', 'one outdated', 'two current']);
    expect(translatedParts(changed, german, basis)[1]).toEqual({
      ...{ key: 'one', state: 'outdated', original: 'Old pipes leak.', translation: 'Rohre lecken.' },
      basis: 'Pipes leak.',
    });
  });

  it('is current again once it is written anew, or somebody says that it is right', () => {
    const changed = text('Water', paragraph('one', 'Old pipes leak.'), paragraph('two', 'Mend them.'));
    const anew = text('Wasser', paragraph('one', 'Alte Rohre lecken.'), paragraph('two', 'Flickt sie.'));
    expect(statesOf(changed, anew, basisAfter(changed, stored, anew, made))[1]).toBe('one current');
    expect(statesOf(changed, german, basisConfirmed(changed, german, made, ['one', 'gone']))[1]).toBe(
      'one current',
    );
  });

  it('made before anybody remembered of what is taken as one of the original that was stored', () => {
    const changed = text('Water', paragraph('one', 'Old pipes leak.'), paragraph('two', 'Mend them.'));
    const basis = basisAfter(changed, stored, german, {});
    expect(statesOf(changed, german, basis)).toEqual(['title current', 'one outdated', 'two current']);
  });

  it('lacks what nobody translated, and may have paragraphs of its own, where they stand', () => {
    const longer = text(
      'Water',
      paragraph('one', 'Pipes leak.'),
      paragraph('new', 'New.'),
      paragraph('two', 'Mend them.'),
    );
    const own = text(
      'Wasser',
      paragraph('one', 'Rohre lecken.'),
      paragraph('own', 'Bei uns.'),
      paragraph('two', 'Flickt sie.'),
    );
    expect(statesOf(longer, own, basisAfter(longer, stored, own, made))).toEqual([
      'title current',
      'one current',
      'own own',
      'new missing',
      'two current',
    ]);
  });

  it('gets a block of the original to write over where that stands there, once', () => {
    const own = text('Wasser', paragraph('own', 'Bei uns.'), paragraph('two', 'Flickt sie.'));
    const idsOf = ({ content }: { content: readonly RichNode[] }) => content.map(({ attrs }) => attrs?.id);
    const first = withBlockOf(english.body, own.body, 'one');
    expect(idsOf(first)).toEqual(['one', 'own', 'two']);
    expect(idsOf(withBlockOf(english.body, text('', paragraph('one', 'x')).body, 'two'))).toEqual([
      'one',
      'two',
    ]);
    expect(idsOf(withBlockOf(english.body, first, 'one'))).toEqual(['one', 'own', 'two']);
    expect(idsOf(withBlockOf(english.body, first, 'gone'))).toEqual(['one', 'own', 'two']);
  });

  it('shows the same pictures as long as they are the same, whatever they are called', () => {
    const picture = (mediaId: string): RichNode => ({ type: 'picture', attrs: { id: 'picture', mediaId } });
    const [from, to] = [text('Water', picture('a')), text('Wasser', picture('a'))];
    const basis = basisAfter(from, NOTHING, to, {});
    expect(statesOf(from, to, basis)).toEqual(['title current', 'picture current']);
    expect(statesOf(text('Water', picture('b')), to, basis)).toEqual(['title current', 'picture outdated']);
  });

  it('that was written side by side before blocks had names takes over those of the original', () => {
    const [from, to] = [
      text('Water', paragraph(undefined, 'Pipes leak.'), paragraph(undefined, 'Mend them.')),
      text('Wasser', paragraph(undefined, 'Rohre lecken.'), paragraph(undefined, 'Flickt sie.')),
    ];
    const aligned = { ...to, body: alignedTo(from.body, to.body) };
    const basis = basisAfter(from, NOTHING, aligned, {});
    expect(translatedParts(from, aligned, basis).map(({ state }) => state)).toEqual([
      'current',
      'current',
      'current',
    ]);
    const shorter = alignedTo(from.body, text('', paragraph(undefined, 'Nur eins.')).body);
    expect(shorter.content[0]?.attrs?.id).toMatch(/^n/);
    expect(alignedTo(english.body, german.body)).toEqual(german.body);
  });

  it('is outdated in exactly the paragraphs that changed since they were translated, however often both are saved', () => {
    const acts = fc.array(
      fc.tuple(fc.constantFrom('original', 'translation'), fc.integer({ min: 0, max: 4 })),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(acts, (edits) => {
        let [from, to] = [
          text('t', ...Array.from({ length: 5 }, (_, at) => paragraph(`b${at}`, `o${at}`))),
          text('t', ...Array.from({ length: 5 }, (_, at) => paragraph(`b${at}`, `u${at}`))),
        ];
        let basis = basisAfter(from, NOTHING, to, {});
        const outdated = new Set<number>();
        for (const [number, [side, at]] of edits.entries()) {
          const write = (of: TranslatedText, words: string) => ({
            ...of,
            body: {
              ...of.body,
              content: of.body.content.map((one, place) => (place === at ? paragraph(`b${at}`, words) : one)),
            },
          });
          const before = { original: from, translation: to };
          if (side === 'original') {
            from = write(from, `o${at}-${number}`);
            outdated.add(at);
          } else {
            to = write(to, `u${at}-${number}`);
            outdated.delete(at);
          }
          basis = basisAfter(from, before, to, basis);
        }
        const found = translatedParts(from, to, basis).flatMap(({ key, state }) =>
          state === 'outdated' ? [key] : [],
        );
        expect(found).toEqual([...outdated].toSorted().map((at) => `b${at}`));
      }),
    );
  });
});
