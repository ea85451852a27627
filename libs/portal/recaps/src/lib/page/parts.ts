/** The text of a recap, as a quiet part: all that is in it works by links, so it is not hydrated. */
export const recapText = () => import('./rich-text').then((m) => m.RichText);
