import type { Recap, RecapText } from '@reihe/shared-editorial';
import { isUnwritten, recapForm, saveRecap } from './recap-form';
import { BY_BLOCKS } from './recap-merge';

const ENGLISH: RecapText = {
  ...{ title: 'Night shift', slug: 'night-shift', lead: '', seoTitle: '', seoDescription: '' },
  body: {
    type: 'doc',
    content: [{ type: 'paragraph', attrs: { id: 'first-1' }, content: [{ type: 'text', text: 'Written.' }] }],
  },
};
const RECAP = {
  ...{
    id: 'r1',
    version: 3,
    seriesId: 'y1',
    state: 'draft',
    byline: '',
    leadMediaId: 'm1',
    publishedOn: null,
  },
  ...{ sessionIds: ['s1'], categoryIds: [], regionIds: [], gallery: [], translations: { en: ENGLISH } },
} as unknown as Recap;

describe('the form of a recap', () => {
  it('holds every language, and sends those that are written', () => {
    const form = recapForm(RECAP);
    expect(isUnwritten(form.translations.de)).toBe(true);
    expect(saveRecap(form, 'y1', 3)).toMatchObject({
      ...{ version: 3, seriesId: 'y1', leadMediaId: 'm1', sessionIds: ['s1'] },
      translations: { en: ENGLISH },
    });
    expect(Object.keys(saveRecap(form, 'y1', 3).translations)).toEqual(['en']);
  });

  it('is merged block by block, and comes back as it was', () => {
    const form = recapForm(RECAP);
    expect(BY_BLOCKS.of(form).translations.en.body.content.map(({ id }) => id)).toEqual(['first-1']);
    expect(BY_BLOCKS.back(BY_BLOCKS.of(form))).toEqual(form);
  });
});
