import { ADMIN_LANGUAGES, type ImageSources, type Language, type Media } from '@reihe/shared-contracts';

/** What an image still lacks; a recap in further languages asks for theirs when it is published. */
export interface MissingFacts {
  credit: boolean;
  /** Nobody has said whether the people shown agreed. */
  consent: boolean;
  /** Languages of the house without alternative text. */
  alt: Language[];
}

/** A person or an agency is a credit; a licence alone is none. */
export function missingFacts({
  credit,
  rights,
  translations,
}: Pick<Media, 'credit' | 'rights' | 'translations'>): MissingFacts {
  return {
    credit: isEmpty(credit.photographer) && isEmpty(credit.agency),
    consent: rights.consent === 'open',
    alt: ADMIN_LANGUAGES.filter((language) => isEmpty(translations[language]?.alt)),
  };
}

/** Address of the narrowest stored file that fills the wished width, else of the widest there is. */
export function imageAddress({ template, widths }: ImageSources, wished: number): string {
  const width = widths.find((one) => one >= wished) ?? widths.at(-1) ?? wished;
  return template.replace('{width}', String(width)).replace('{format}', 'webp');
}

/** "1.2 MB", "340 kB" in the given language. */
export function fileSize(bytes: number, language: Language): string {
  const isLarge = bytes >= 1_000_000;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(isLarge ? bytes / 1_000_000 : Math.max(1, bytes / 1000));
}

function isEmpty(text: string | undefined): boolean {
  return (text ?? '').trim() === '';
}
