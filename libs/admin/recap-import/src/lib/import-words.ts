import {
  BLOCKING_NOTES,
  IMPORT_LIMITS,
  type ImportKind,
  type ImportNote,
  type ImportNoteCode,
  type ImportRefusal,
  type ImportState,
} from '@reihe/shared-editorial';

export function kindWords(kind: ImportKind): string {
  switch (kind) {
    case 'wordpress':
      return $localize`:@@recap-import.kind.wordpress:WordPress export`;
    case 'rss':
      return $localize`:@@recap-import.kind.rss:RSS feed`;
    case 'atom':
      return $localize`:@@recap-import.kind.atom:Atom feed`;
    case 'json-feed':
      return $localize`:@@recap-import.kind.json-feed:JSON Feed`;
    case 'html':
      return $localize`:@@recap-import.kind.html:HTML pages`;
  }
}

export function importStateWords(state: ImportState): string {
  switch (state) {
    case 'receiving':
      return $localize`:@@recap-import.state.receiving:Not completely here`;
    case 'reading':
      return $localize`:@@recap-import.state.reading:Being read`;
    case 'refused':
      return $localize`:@@recap-import.state.refused:Could not be read`;
    case 'ready':
      return $localize`:@@recap-import.state.ready:Waits for you`;
    case 'writing':
      return $localize`:@@recap-import.state.writing:Drafts are being written`;
    case 'pictures':
      return $localize`:@@recap-import.state.pictures:Pictures are coming`;
    case 'done':
      return $localize`:@@recap-import.state.done:Done`;
    case 'undone':
      return $localize`:@@recap-import.state.undone:Undone`;
  }
}

/** Why nothing can be read, and what to do about it. */
export function refusalWords({ code, line, detail }: ImportRefusal): string {
  switch (code) {
    case 'too-large':
      return $localize`:@@recap-import.refusal.too-large:“${detail}:name:” is too large: a text may have ${IMPORT_LIMITS.textBytes / 1_000_000}:limit: MB. Divide the export.`;
    case 'unknown-kind':
      return $localize`:@@recap-import.refusal.unknown-kind:There is no WordPress export, feed or HTML page in it. Whatever it is called, what it holds decides.`;
    case 'no-article':
      return $localize`:@@recap-import.refusal.no-article:It can be read, but there is no article in it.`;
    case 'too-many-articles':
      return $localize`:@@recap-import.refusal.too-many:There are ${detail}:count: articles in it; ${IMPORT_LIMITS.articles}:limit: come at once at most. Divide the export, for instance by year.`;
    case 'broken-xml':
      return $localize`:@@recap-import.refusal.broken-xml:The file is not whole: in line ${line ?? 1}:line: its XML is wrong or ends early. Export it once more. (${detail}:detail:)`;
    case 'doctype':
      return $localize`:@@recap-import.refusal.doctype:The file declares replacements of its own in line ${line ?? 1}:line:. Such files are refused, because they can be made to grow without end.`;
    case 'broken-json':
      return $localize`:@@recap-import.refusal.broken-json:The file is not whole: its JSON is wrong or ends early, near line ${line ?? 1}:line:.`;
    case 'broken-zip':
      return $localize`:@@recap-import.refusal.broken-zip:The archive cannot be opened. Zip the files once more, without a password.`;
    case 'zip-bomb':
      return $localize`:@@recap-import.refusal.zip-bomb:The archive is refused: unpacked it would be far too large, or it has more than ${IMPORT_LIMITS.entries}:limit: files. (${detail}:detail:)`;
    case 'unreachable':
      return $localize`:@@recap-import.refusal.unreachable:${detail}:address: does not answer, or has nothing there. Save the feed as a file and send that.`;
    case 'address-not-allowed':
      return $localize`:@@recap-import.refusal.not-allowed:${detail}:address: is not asked: only public addresses of the web are. Save the feed as a file and send that.`;
    case 'interrupted':
      return $localize`:@@recap-import.refusal.interrupted:It broke off several times and nothing was kept. Try again, with fewer articles if it happens once more.`;
  }
}

export function isBlocking(code: ImportNoteCode): boolean {
  return (BLOCKING_NOTES as readonly string[]).includes(code);
}

/** With how many and which, where that says more. */
export function noteSentence(note: ImportNote): string {
  const words = noteWords(note.code);
  const counted = note.count > 1 ? `${words} (${note.count})` : words;
  return note.details.length > 0 ? `${counted}: ${note.details.join(' · ')}` : counted;
}

function noteWords(code: ImportNoteCode): string {
  switch (code) {
    case 'no-title':
      return $localize`:@@recap-import.note.no-title:It has no title: write one`;
    case 'no-body':
      return $localize`:@@recap-import.note.no-body:It has no text`;
    case 'too-long':
      return $localize`:@@recap-import.note.too-long:Its text is longer than a recap may be`;
    case 'already-imported':
      return $localize`:@@recap-import.note.already:It was imported before`;
    case 'twice':
      return $localize`:@@recap-import.note.twice:It is in the file twice`;
    case 'language-unknown':
      return $localize`:@@recap-import.note.language-unknown:Its language is none of Reihe’s: choose one`;
    case 'language-twice':
      return $localize`:@@recap-import.note.language-twice:Two texts that belong together are in the same language`;
    case 'no-date':
      return $localize`:@@recap-import.note.no-date:No date`;
    case 'date-unreadable':
      return $localize`:@@recap-import.note.date-unreadable:The date cannot be read`;
    case 'not-public':
      return $localize`:@@recap-import.note.not-public:It was not public there`;
    case 'page':
      return $localize`:@@recap-import.note.page:A page, not a post`;
    case 'title-cut':
      return $localize`:@@recap-import.note.title-cut:The title is shortened`;
    case 'lead-cut':
      return $localize`:@@recap-import.note.lead-cut:The lead is shortened`;
    case 'author-cut':
      return $localize`:@@recap-import.note.author-cut:The author line is shortened`;
    case 'videos':
      return $localize`:@@recap-import.note.videos:Films become a picture and a link`;
    case 'frames-linked':
      return $localize`:@@recap-import.note.frames:Embedded content becomes a link`;
    case 'scripts-dropped':
      return $localize`:@@recap-import.note.scripts:Scripts and styles are left out`;
    case 'forms-dropped':
      return $localize`:@@recap-import.note.forms:Forms are left out`;
    case 'shortcodes-dropped':
      return $localize`:@@recap-import.note.shortcodes:Shortcodes are left out`;
    case 'tables-simplified':
      return $localize`:@@recap-import.note.tables:Tables become paragraphs`;
    case 'nesting-simplified':
      return $localize`:@@recap-import.note.nesting:What was nested too deep is flat`;
    case 'links-dropped':
      return $localize`:@@recap-import.note.links-dropped:Links that lead nowhere safe are plain words`;
    case 'links-imported':
      return $localize`:@@recap-import.note.links-imported:Links lead to the imported recap`;
    case 'pictures-missing':
      return $localize`:@@recap-import.note.pictures-missing:Pictures are not in the file`;
    case 'pictures-not-fetched':
      return $localize`:@@recap-import.note.pictures-not-fetched:Pictures were not asked of the old site`;
    case 'pictures-inline':
      return $localize`:@@recap-import.note.pictures-inline:Pictures written into the text are left out`;
    case 'pictures-failed':
      return $localize`:@@recap-import.note.pictures-failed:Pictures did not come`;
    case 'pictures-not-placed':
      return $localize`:@@recap-import.note.pictures-not-placed:Pictures are in the library, but not in the text: it had been submitted meanwhile`;
    case 'categories-left-out':
      return $localize`:@@recap-import.note.categories:Categories that are unknown here are left out`;
  }
}
