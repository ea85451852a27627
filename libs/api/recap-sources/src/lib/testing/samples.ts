import { strToU8, zipSync } from 'fflate';

/** An export as WordPress 6 writes one: block editor and classic, Polylang, a page, a draft, attachments. */
export function aWordpressExport(items = SAMPLE_ITEMS): string {
  return `<?xml version="1.0" encoding="UTF-8" ?>
<!-- This is a WordPress eXtended RSS file -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
  <title>Old site</title><link>https://old.example</link><language>en-GB</language><wp:wxr_version>1.2</wp:wxr_version>
  <wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[sample]]></wp:author_login><wp:author_email><![CDATA[sample@old.example]]></wp:author_email><wp:author_display_name><![CDATA[Sample Author]]></wp:author_display_name></wp:author>
  ${items}
</channel>
</rss>`;
}

export interface SampleItem {
  id: number;
  title: string;
  content: string;
  slug?: string;
  type?: string;
  status?: string;
  date?: string;
  more?: string;
}

export function anItem({
  id,
  title,
  content,
  slug = `post-${id}`,
  type = 'post',
  status = 'publish',
  date = '2020-05-12 10:00:00',
  more = '',
}: SampleItem): string {
  return `<item>
    <title><![CDATA[${title}]]></title><link>https://old.example/2020/05/${slug}/</link><pubDate>Tue, 12 May 2020 08:00:00 +0000</pubDate>
    <dc:creator><![CDATA[sample]]></dc:creator><guid isPermaLink="false">https://old.example/?p=${id}</guid><description></description>
    <content:encoded><![CDATA[${content}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
    <wp:post_id>${id}</wp:post_id><wp:post_date><![CDATA[${date}]]></wp:post_date><wp:post_name><![CDATA[${slug}]]></wp:post_name>
    <wp:status><![CDATA[${status}]]></wp:status><wp:post_parent>0</wp:post_parent><wp:post_type><![CDATA[${type}]]></wp:post_type>${more}
  </item>`;
}

const meta = (key: string, value: string) =>
  `<wp:postmeta><wp:meta_key><![CDATA[${key}]]></wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`;
const inLanguage = (language: string) =>
  `<category domain="language" nicename="${language}"><![CDATA[${language}]]></category><category domain="post_translations" nicename="pll_5f"><![CDATA[pll_5f]]></category>`;

export function anAttachment(id: number, path: string, { alt = '', caption = '', parent = 0 } = {}): string {
  return anItem({
    id,
    title: path,
    content: '',
    type: 'attachment',
    status: 'inherit',
    more: `<wp:attachment_url><![CDATA[https://old.example/wp-content/uploads/${path}]]></wp:attachment_url>${meta('_wp_attachment_image_alt', alt)}`,
  })
    .replace('<excerpt:encoded><![CDATA[]]>', `<excerpt:encoded><![CDATA[${caption}]]>`)
    .replace('<wp:post_parent>0', `<wp:post_parent>${parent}`);
}

const BLOCKS = `<!-- wp:paragraph --><p>Pipes leak <strong>everywhere</strong>, see <a href="https://old.example/2020/05/wasser-in-staedten/">the German text</a>.</p><!-- /wp:paragraph -->
<!-- wp:heading --><h2 class="wp-block-heading">What we learnt</h2><!-- /wp:heading -->
<!-- wp:image {"id":7} --><figure class="wp-block-image"><img src="https://old.example/wp-content/uploads/2020/05/pipe-300x200.jpg" alt="A pipe" class="wp-image-7"/><figcaption>The pipe of Lviv. Foto: Sample Photographer / Sample Agency</figcaption></figure><!-- /wp:image -->
<!-- wp:list --><ul><li>One</li><li>Two</li></ul><!-- /wp:list -->
<!-- wp:embed --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">
https://www.youtube.com/watch?v=abcdefghijk
</div></figure><!-- /wp:embed -->`;
const CLASSIC = `Rohre lecken überall.\n\n<script>alert(1)</script>Zweiter Absatz\nmit Zeile. [contact-form-7 id="9"]`;

export const SAMPLE_ITEMS = [
  anItem({
    id: 1,
    title: 'Water in cities &amp; towns',
    slug: 'water-in-cities',
    content: BLOCKS,
    more: `<category domain="category" nicename="water"><![CDATA[Water]]></category><category domain="post_tag" nicename="odd"><![CDATA[Odd tag]]></category>${inLanguage('en')}${meta('_thumbnail_id', '8')}`,
  }),
  anItem({
    id: 2,
    title: 'Wasser in Städten',
    slug: 'wasser-in-staedten',
    content: CLASSIC,
    more: inLanguage('de'),
  }),
  anItem({
    id: 3,
    title: 'About us',
    content: '<p>Who we are.</p>',
    type: 'page',
    date: '0000-00-00 00:00:00',
  }),
  anItem({ id: 4, title: 'Not yet', content: '<p>Soon.</p>', status: 'draft' }),
  anItem({ id: 5, title: 'Menu', content: '', type: 'nav_menu_item' }),
  anAttachment(7, '2020/05/pipe.jpg', { alt: 'A pipe in the street' }),
  anAttachment(8, '2020/05/lead.jpg', { alt: 'The lead picture' }),
].join('\n');

/** An export with the pictures of its uploads folder. */
export function aWordpressArchive(
  pictures: Record<string, Uint8Array>,
  wxr = aWordpressExport(),
): Uint8Array {
  const uploads = Object.entries(pictures).map(
    ([path, bytes]) => [`wp-content/uploads/${path}`, bytes] as const,
  );
  return zipSync({ 'export.xml': strToU8(wxr), ...Object.fromEntries(uploads) });
}

export const AN_RSS_FEED = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Old</title><link>https://old.example/</link><description>Old</description><language>de-de</language>
<item><title>Hafen &amp; Stadt</title><link>https://old.example/hafen</link><guid>https://old.example/hafen</guid><pubDate>Wed, 13 May 2020 23:30:00 +0200</pubDate>
<description>Kurz.</description><content:encoded><![CDATA[<p>Lang <img src="/kai.jpg" alt="Kai"></p>]]></content:encoded><dc:creator>Sample</dc:creator><category>Häfen</category>
<enclosure url="https://old.example/lead.jpg" type="image/jpeg" length="1"/></item>
<item><title></title><guid isPermaLink="false">odd</guid><pubDate>yesterday at 7</pubDate><description></description></item>
</channel></rss>`;

export const AN_ATOM_FEED = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Old</title><id>urn:old</id><updated>2020-05-14T00:00:00Z</updated><author><name>Sample</name></author>
<entry xml:lang="de"><title type="html">H&amp;amp;B</title><id>tag:old.example,2020:1</id><link rel="alternate" href="https://old.example/hb"/><published>2020-05-14T22:30:00+02:00</published><updated>2020-05-15T00:00:00Z</updated>
<summary>Knapp</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Ein <em>Satz</em> &lt;3<br/>und Zeile</p></div></content><category term="x" label="Häfen"/></entry>
</feed>`;

export const A_JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Old',
  language: 'en',
  authors: [{ name: 'Sample' }],
  items: [
    {
      id: 'https://old.example/1',
      url: 'https://old.example/1',
      title: 'One',
      content_html: '<p>Text</p>',
      summary: 'Short',
      date_published: '2020-05-15T10:00:00Z',
      tags: ['Water'],
      image: 'https://old.example/1.jpg',
    },
    { id: 2, content_text: 'Plain <text>\n\nSecond', language: 'pt' },
  ],
});

export const A_TYPO3_PAGE = `<!DOCTYPE html><html lang="de-DE"><head><meta charset="utf-8"><title>Häfen - Alte Seite</title>
<meta name="description" content="Ein Vorspann."><meta name="date" content="12.05.2020"><link rel="canonical" href="https://old.example/rueckblick/haefen"></head>
<body><nav><a href="/">Start</a></nav><!--TYPO3SEARCH_begin--><h1>Häfen im Gespräch</h1><div class="ce-textpic"><div class="ce-gallery"><figure class="image"><img src="fileadmin/kai.jpg" alt="Kai"><figcaption>Am Kai. Foto: Sample</figcaption></figure></div>
<div class="ce-bodytext"><p>Erster Absatz.</p><p><a href="/weiter">weiter</a></p></div></div><!--TYPO3SEARCH_end--><footer>Impressum</footer></body></html>`;
