import type { RecapText } from '@reihe/shared-editorial';
import { recapGaps, type CreditedImage, type RecapContent } from './recap-gaps';

const text: RecapText = {
  title: 'What we learnt',
  slug: 'what-we-learnt',
  lead: 'Pipes leak everywhere.',
  body: {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'They do.' }] }],
  },
  seoTitle: '',
  seoDescription: '',
};
const emptyBody: RecapText['body'] = { type: 'doc', content: [{ type: 'paragraph' }] };
const whole: RecapContent = {
  sessionIds: ['session'],
  byline: 'Sample team',
  leadMediaId: 'lead',
  gallery: ['other'],
  translations: { en: text, de: text },
};
const image = (id: string): CreditedImage => ({
  id,
  state: 'ready',
  credit: { photographer: 'Sample', agency: '', licence: '' },
  rights: { licenceUrl: '', consent: 'agreed', consentNote: '' },
  translations: { en: { alt: 'A pipe', caption: '' }, de: { alt: 'Ein Rohr', caption: '' } },
});
const media = [image('lead'), image('other')];

describe('what a recap lacks to be published', () => {
  it('is nothing when it is whole', () => {
    expect(recapGaps(whole, media, 'en')).toEqual([]);
  });

  it.each<[string, Partial<RecapContent>, object[]]>([
    ['sessions', { sessionIds: [] }, [{ code: 'no-session' }]],
    ['a byline', { byline: ' ' }, [{ code: 'no-byline' }]],
    ['a lead image', { leadMediaId: null }, [{ code: 'no-lead-image' }]],
    [
      'the default language',
      { translations: { de: text } },
      [{ code: 'no-default-language', language: 'en' }],
    ],
    ['a title', { translations: { en: { ...text, title: ' ' } } }, [{ code: 'no-title', language: 'en' }]],
    [
      'a lead in a language besides the default',
      { translations: { en: text, de: { ...text, lead: '' } } },
      [{ code: 'no-lead', language: 'de' }],
    ],
    [
      'a body that says something',
      { translations: { en: { ...text, body: emptyBody } } },
      [{ code: 'no-body', language: 'en' }],
    ],
  ])('is %s', (_what, change, gaps) => {
    expect(recapGaps({ ...whole, ...change }, media, 'en')).toEqual(gaps);
  });

  it('takes a live value for a body', () => {
    const body: RecapText['body'] = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [{ type: 'figureValue', attrs: { measure: 'participants', sessionId: null } }],
        },
      ],
    };
    expect(recapGaps({ ...whole, translations: { en: { ...text, body } } }, media, 'en')).toEqual([]);
  });

  it('wants alt text in each of its languages, of the lead image and of the gallery, but only once per image', () => {
    const silent = { ...image('lead'), translations: { en: { alt: 'A pipe', caption: '' } } };
    expect(recapGaps({ ...whole, gallery: ['lead', 'other'] }, [silent], 'en')).toEqual([
      { code: 'no-alt-text', language: 'de', mediaId: 'lead' },
      { code: 'no-alt-text', language: 'en', mediaId: 'other' },
      { code: 'no-alt-text', language: 'de', mediaId: 'other' },
      { code: 'no-credit', mediaId: 'other' },
    ]);
    expect(recapGaps({ ...whole, gallery: [], translations: { en: text } }, [silent], 'en')).toEqual([]);
  });

  it.each([
    ['a photographer', { photographer: 'Sample', agency: '', licence: '' }, []],
    ['an agency alone', { photographer: '', agency: 'Sample agency', licence: '' }, []],
    [
      'a licence alone',
      { photographer: ' ', agency: '', licence: 'CC BY' },
      [{ code: 'no-credit', mediaId: 'lead' }],
    ],
  ])('judges the credit by %s', (_who, credit, gaps) => {
    const images = [{ ...image('lead'), credit }, image('other')];
    expect(recapGaps(whole, images, 'en')).toEqual(gaps);
  });

  it('a picture in the text: its words in the languages it stands in, and its credit', () => {
    const inText: RecapText = {
      ...text,
      body: {
        type: 'doc',
        content: [...text.body.content, { type: 'gallery', attrs: { mediaIds: ['lead', 'bare'] } }],
      },
    };
    const recap = { ...whole, translations: { en: text, de: inText } };
    expect(recapGaps(recap, media, 'en')).toEqual([
      { code: 'no-alt-text', language: 'de', mediaId: 'bare' },
      { code: 'no-credit', mediaId: 'bare' },
    ]);
    expect(recapGaps(recap, [...media, image('bare')], 'en')).toEqual([]);
  });

  it.each<[string, Partial<CreditedImage>, string[]]>([
    [
      'whose people have not been asked',
      { rights: { licenceUrl: '', consent: 'open', consentNote: '' } },
      ['no-consent'],
    ],
    ['that shows nobody', { rights: { licenceUrl: '', consent: 'not-needed', consentNote: '' } }, []],
    ['that is still being prepared', { state: 'preparing' }, ['image-not-ready']],
    ['that could not be prepared', { state: 'failed' }, ['image-not-ready']],
  ])('a picture of the gallery %s', (_what, change, codes) => {
    const gaps = recapGaps(
      { ...whole, gallery: ['other'] },
      [image('lead'), { ...image('other'), ...change }],
      'en',
    );
    expect(gaps).toEqual(codes.map((code) => ({ code, mediaId: 'other' })));
  });
});
