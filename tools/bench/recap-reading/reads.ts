/** What is asked over HTTP, and how many times longer than looking once at each published recap it may take. */
export interface Read {
  name: string;
  path: string;
  most: number;
}

const api = (path: string) => `/api/v1/${path}`;
const readers = (name: string, query: string, most: number): Read => ({
  ...{ name: `readers: ${name}`, path: api(`pages/recaps?lang=en${query}`), most },
});
const board = (name: string, query: string, most: number): Read => ({
  ...{ name: `board: ${name}`, path: api(`recap-desk/cards?lang=en&pageSize=25${query}`), most },
});
const pictures = (name: string, query: string, most: number): Read => ({
  ...{ name: `pictures: ${name}`, path: api(`media?pageSize=25${query}`), most },
});

/** Somewhat more than twice of what they took when this was written: what reads a table once too often takes ten times as long. */
export function readsOf({ series, owner }: { series: string; owner: string }): Read[] {
  return [
    readers('list', '', 150),
    readers('a page far behind', '&page=380', 150),
    readers('a series', '&series=series-3', 100),
    readers('a region with those within', '&region=region-0', 120),
    readers('a topic and year', '&category=category-4&year=2020', 120),
    readers('a search that finds few', '&q=rareztqq', 900),
    readers('a search that finds thousands', '&q=word3', 350),
    readers('a misspelt search', '&q=rarewrod', 900),
    { name: 'readers: a recap', path: api('pages/recaps/recap-5000-en?lang=en'), most: 80 },
    { name: 'readers: its page, kept', path: '/en/recaps/recap-5000-en', most: 20 },
    board('everything', '', 120),
    board('a series', `&series=${series}`, 60),
    board('a state', '&state=in-review', 60),
    board('of somebody', `&owner=${owner}`, 60),
    board('late', '&overdue=yes', 60),
    board('by words', '&q=recap%204711', 60),
    board('without text for a picture', '&lack=alt', 800),
    board('figures that changed', '&lack=figures', 120),
    { name: 'board: sessions without a recap', path: api('recap-desk/sessions?lang=en'), most: 40 },
    pictures('list', '', 80),
    pictures('by words', '&q=rareztqq', 30),
    pictures('without rights', '&filter=rights', 50),
    pictures('without text', '&filter=alt', 200),
    pictures('used nowhere', '&filter=unused', 250),
    pictures('look-alikes', '&filter=look-alikes', 30),
    pictures('in preparation', '&filter=preparing', 30),
  ];
}
