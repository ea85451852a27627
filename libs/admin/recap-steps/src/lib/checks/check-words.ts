import type { RecapGap } from '@reihe/shared-editorial';
import { measureWords } from '@reihe/web-platform';
import type { LinkCheck, RecapCheck } from './recap-checks';

/** What to do about a finding. `languageName` and the picture's name are put after it by the panel. */
export function checkWords(check: RecapCheck): string {
  switch (check.kind) {
    case 'gap':
      return gapWords(check.gap);
    case 'document':
      return $localize`:@@recap-desk.check.document:The text holds something that cannot be stored: undo the last change`;
    case 'figure': {
      const measure = measureWords(check.figure.measure, 0);
      return $localize`:@@recap-desk.check.figure:A live number has no record: “${measure}:measure:”. Take it out, or choose its session below`;
    }
    case 'contradiction': {
      const records = check.records.join('; ');
      return $localize`:@@recap-desk.check.contradiction:The text says “${check.words}:words:”, the records say: ${records}:records:. Change it, or place the live number`;
    }
    case 'link':
      return linkWords(check);
    case 'heading-order':
      return $localize`:@@recap-desk.check.heading:The heading “${check.heading}:heading:” skips a level`;
    case 'untranslated': {
      const words = shortened(check.original);
      return $localize`:@@recap-desk.check.untranslated:Not translated yet: “${words}:words:”. Put the original there to write over it`;
    }
    case 'outdated': {
      const [was, is] = [shortened(check.was), shortened(check.original)];
      return $localize`:@@recap-desk.check.outdated:The original says “${is}:is:” by now, not “${was}:was:”: look at the translation`;
    }
    case 'stale':
      return $localize`:@@recap-desk.check.stale:The other language has been changed since: compare the texts`;
  }
}

/** Where a link leads instead of somewhere, with what its host says. */
function linkWords({ problem, words, href, status }: LinkCheck): string {
  const link = shortened(words || href);
  switch (problem) {
    case 'missing':
      return $localize`:@@recap-desk.link.missing:The link “${link}:link:” leads to a page of this site that readers cannot see`;
    case 'no-note':
      return $localize`:@@recap-desk.link.no-note:The link “${link}:link:” leads to a note that is not there`;
    case 'dead':
      return $localize`:@@recap-desk.link.dead:The link “${link}:link:” leads nowhere: there is no such page any more (${status}:status:)`;
    case 'failing':
      return $localize`:@@recap-desk.link.failing:The link “${link}:link:” leads to a site that answers with an error of its own (${status}:status:): look at it later`;
    case 'silent':
      return $localize`:@@recap-desk.link.silent:The link “${link}:link:” leads to a site that does not answer: look whether its address is right`;
  }
}

/** What is missing before a recap can be published, and how to mend it. */
function gapWords({ code }: RecapGap): string {
  switch (code) {
    case 'no-session':
      return $localize`:@@recap-desk.gap.session:Choose at least one session it looks back on`;
    case 'no-default-language':
      return $localize`:@@recap-desk.gap.language:Write it in the series’ main language`;
    case 'no-title':
      return $localize`:@@recap-desk.gap.title:Give it a title`;
    case 'no-lead':
      return $localize`:@@recap-desk.gap.lead:Write a lead`;
    case 'no-body':
      return $localize`:@@recap-desk.gap.body:Write the text`;
    case 'no-lead-image':
      return $localize`:@@recap-desk.gap.image:Choose a lead picture`;
    case 'no-alt-text':
      return $localize`:@@recap-desk.gap.alt:Describe a picture in words (alt text)`;
    case 'no-credit':
      return $localize`:@@recap-desk.gap.credit:Name who made a picture (credit)`;
    case 'no-consent':
      return $localize`:@@recap-desk.gap.consent:Say whether the people in a picture agreed to be shown`;
    case 'image-not-ready':
      return $localize`:@@recap-desk.gap.not-ready:Wait until a picture is prepared, or choose another one`;
    case 'no-byline':
      return $localize`:@@recap-desk.gap.byline:Name who wrote it`;
  }
}

const SHOWN = 70;

function shortened(words: string): string {
  return words.length > SHOWN ? `${words.slice(0, SHOWN).trimEnd()} …` : words;
}
