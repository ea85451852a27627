import { cleanDocument } from '@reihe/admin-recap-writing';
import { LANGUAGES, type Language, type RichDocument } from '@reihe/shared-contracts';
import { blocksOf, documentOfBlocks, type BlockDocument } from '@reihe/shared-recap-policies';
import type { RecapForm } from './recap-form';

type Texts<TBody> = Record<Language, Omit<RecapForm['translations'][Language], 'body'> & { body: TBody }>;
type InBlocks = Omit<RecapForm, 'translations'> & { translations: Texts<BlockDocument> };

/** Texts are merged paragraph by paragraph: what two people wrote in two places stays, both of it. */
export const BY_BLOCKS = {
  of: (form: RecapForm): InBlocks => ({ ...form, translations: withBodies(form.translations, blocksOf) }),
  back: (compared: unknown): RecapForm => {
    const form = compared as InBlocks;
    return { ...form, translations: withBodies(form.translations, documentOf) };
  },
};

function documentOf(blocks: BlockDocument): RichDocument {
  return cleanDocument(documentOfBlocks(blocks));
}

function withBodies<TFrom, TTo>(texts: Texts<TFrom>, change: (body: TFrom) => TTo): Texts<TTo> {
  const entries = LANGUAGES.map((language) => {
    const { title, slug, lead, body, seoTitle, seoDescription } = texts[language];
    return [language, { title, slug, lead, body: change(body), seoTitle, seoDescription }] as const;
  });
  return Object.fromEntries(entries) as Texts<TTo>;
}
