import { anArticle, type Attachment, type Source, type SourceArticle } from './source-article';
import { allText, childrenOf, readXml, wordsOf, type XmlElement } from './xml';

const WP = 'http://wordpress.org/export/';
const CONTENT = 'http://purl.org/rss/1.0/modules/content/';
const DC = 'http://purl.org/dc/';
/** Written by WordPress and its extensions for themselves. */
const NO_ARTICLE =
  /^(attachment|revision|nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|wp_.*|acf-.*|elementor_.*|polylang_mo)$/;
const NEVER_READ: ReadonlySet<string> = new Set(['trash', 'auto-draft', 'inherit']);

/** An export of WordPress (WXR). Languages and translations as Polylang and WPML write them. */
export function readWordpress(text: string): Source {
  const items: { article: SourceArticle; id: string }[] = [];
  const attachments = new Map<string, Attachment>();
  const children = new Map<string, string[]>();
  const root = readXml(text, new Set(['item']), (item) => {
    const id = wordsOf(item, 'post_id', WP);
    if (wordsOf(item, 'post_type', WP) === 'attachment') {
      attachments.set(id, attachmentOf(item));
      const parent = wordsOf(item, 'post_parent', WP);
      children.set(parent, [...(children.get(parent) ?? []), id]);
      return;
    }
    const type = wordsOf(item, 'post_type', WP);
    if (NO_ARTICLE.test(type) || NEVER_READ.has(wordsOf(item, 'status', WP))) return;
    items.push({ article: articleOf(item, type), id });
  });
  const [channel] = childrenOf(root, 'channel');
  const authors = authorsOf(channel);
  const language = channel ? wordsOf(channel, 'language') : '';
  return {
    kind: 'wordpress',
    attachments,
    articles: items.map(({ article, id }) => ({
      ...article,
      author: authors.get(article.author) ?? article.author,
      language: article.language || language,
      ownAttachments: children.get(id) ?? [],
    })),
  };
}

function articleOf(item: XmlElement, type: string): SourceArticle {
  const html = wordsOf(item, 'encoded', CONTENT);
  const meta = metaOf(item);
  const terms = childrenOf(item, 'category');
  const term = (domain: string) => terms.find(({ attributes }) => attributes['domain'] === domain);
  const translations = term('post_translations')?.attributes['nicename'] ?? '';
  const trid = meta.get('_wpml_import_translation_group') ?? '';
  const isBlocks = html.includes('<!-- wp:');
  return anArticle({
    guid: wordsOf(item, 'guid'),
    address: wordsOf(item, 'link'),
    title: wordsOf(item, 'title'),
    html,
    excerpt: childrenOf(item, 'encoded', WP).map(allText).join('').trim(),
    author: wordsOf(item, 'creator', DC),
    categories: terms
      .filter(({ attributes }) => ['category', 'post_tag'].includes(attributes['domain'] ?? ''))
      .map((one) => allText(one).trim()),
    language:
      term('language')?.attributes['nicename']?.replace(/^pll_/, '') ??
      meta.get('_wpml_import_language_code') ??
      '',
    published: wordsOf(item, 'post_date', WP) || wordsOf(item, 'pubDate'),
    group: translations !== '' ? `polylang:${translations}` : trid !== '' ? `wpml:${trid}` : '',
    slug: wordsOf(item, 'post_name', WP),
    isClassic: !isBlocks,
    hasShortcodes: true,
    isPublic: ['publish', ''].includes(wordsOf(item, 'status', WP)),
    isPage: type === 'page',
    footnotes: footnotesOf(meta.get('footnotes')),
    leadAttachment: meta.get('_thumbnail_id') ?? '',
  });
}

function attachmentOf(item: XmlElement): Attachment {
  return {
    address: wordsOf(item, 'attachment_url', WP),
    alt: metaOf(item).get('_wp_attachment_image_alt') ?? '',
    caption: childrenOf(item, 'encoded', WP).map(allText).join('').trim(),
  };
}

function metaOf(item: XmlElement): Map<string, string> {
  return new Map(
    childrenOf(item, 'postmeta', WP).map((meta) => [
      wordsOf(meta, 'meta_key', WP),
      wordsOf(meta, 'meta_value', WP),
    ]),
  );
}

function authorsOf(channel: XmlElement | undefined): Map<string, string> {
  const authors = channel ? childrenOf(channel, 'author', WP) : [];
  return new Map(
    authors.map((author) => [
      wordsOf(author, 'author_login', WP),
      wordsOf(author, 'author_display_name', WP) || wordsOf(author, 'author_login', WP),
    ]),
  );
}

/** As the block editor keeps them: a list in JSON. */
function footnotesOf(written: string | undefined): Map<string, string> {
  try {
    const notes = JSON.parse(written ?? '[]') as unknown;
    if (!Array.isArray(notes)) return new Map();
    const found = notes.flatMap((note: unknown) => {
      const { id, content } = (note ?? {}) as { id?: unknown; content?: unknown };
      const plain = typeof content === 'string' ? content.replace(/<[^<>]*>/g, '') : '';
      return typeof id === 'string' && plain !== '' ? [[id, plain] as const] : [];
    });
    return new Map(found);
  } catch {
    return new Map();
  }
}
