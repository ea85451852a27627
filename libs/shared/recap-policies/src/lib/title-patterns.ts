/** What a title can be made of: `{session}` and so on. */
export const TITLE_PLACEHOLDERS = ['session', 'series', 'date', 'audience'] as const;
export type TitlePlaceholder = (typeof TITLE_PLACEHOLDERS)[number];

/** What stands in braces in a pattern but means nothing; null: everything is known. */
export function unknownPlaceholder(pattern: string): string | null {
  const named = [...pattern.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
  return named.find((name) => !(TITLE_PLACEHOLDERS as readonly string[]).includes(name)) ?? null;
}

/** A title by its pattern. What has no value leaves no hole: separators around it go with it. */
export function titleFrom(pattern: string, values: Readonly<Record<TitlePlaceholder, string>>): string {
  return pattern
    .replace(/\{([^{}]*)\}/g, (whole, name: string) =>
      (TITLE_PLACEHOLDERS as readonly string[]).includes(name) ? values[name as TitlePlaceholder] : whole,
    )
    .replace(/\(\s*\)/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s·,:;–-]+|[\s·,:;–-]+$/g, '');
}
