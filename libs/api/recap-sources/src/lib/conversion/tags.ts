/** What begins a line of its own. */
export const BLOCKS: ReadonlySet<string> = new Set(
  `address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
  header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul caption
  reihe-caption reihe-gallery`.split(/\s+/),
);

export const FRAMES: ReadonlySet<string> = new Set(['iframe', 'video', 'audio', 'embed', 'object']);

export const CONTROLS: ReadonlySet<string> = new Set([
  'form',
  'input',
  'button',
  'select',
  'textarea',
  'datalist',
]);

export const BOLD: ReadonlySet<string> = new Set(['b', 'strong', 'dt', 'summary']);

export const ITALIC: ReadonlySet<string> = new Set(['i', 'em']);

export const INVISIBLE: ReadonlySet<string> = new Set(['svg', 'canvas', 'map', 'source', 'track', 'param']);
