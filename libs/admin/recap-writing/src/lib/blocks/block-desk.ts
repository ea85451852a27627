import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { firstValueFrom } from 'rxjs';
import { Ask } from '@reihe/admin-ui';
import { PICTURE_SIZES, type RichNodeType } from '@reihe/shared-contracts';
import { TextSources, type ShownCard } from '../surface/text-sources';
import { hasWords, wordsQuestion } from './block-words';
import { WordsDialog, type WordsQuestion } from './words-dialog';

/** A node at the cursor that more can be said of. */
interface Describable {
  type: RichNodeType;
  pos: number;
  attrs: Record<string, unknown>;
}

/** Puts blocks into a text that have to be asked for first, and asks for what belongs to them. */
@Injectable()
export class BlockDesk {
  private readonly dialogs = inject(MatDialog);
  private readonly ask = inject(Ask);
  private readonly sources = inject(TextSources);

  async addPicture(editor: Editor): Promise<void> {
    const [mediaId] = await this.sources.choosePictures({ isMany: false, taken: [] });
    if (mediaId) insert(editor, 'picture', { mediaId });
    else editor.commands.focus();
  }

  async addGallery(editor: Editor): Promise<void> {
    const mediaIds = await this.sources.choosePictures({ isMany: true, taken: [] });
    if (mediaIds.length > 0) insert(editor, 'gallery', { mediaIds: [...mediaIds] });
    else editor.commands.focus();
  }

  async addCard(editor: Editor, type: 'sessionCard' | 'speakerCard'): Promise<void> {
    const isSession = type === 'sessionCard';
    const cards = isSession ? this.sources.sessions() : this.sources.speakers();
    const id = cards.length > 0 ? await this.chooseCard(isSession, cards) : await this.sayNone(isSession);
    if (id) insert(editor, type, isSession ? { sessionId: id } : { speakerId: id });
    else editor.commands.focus();
  }

  /** A block or note that begins with words. */
  async addWorded(editor: Editor, type: 'video' | 'footnote'): Promise<void> {
    const question = wordsQuestion(type, {});
    const words = question && (await this.put(question));
    if (words) insert(editor, type, words);
    else editor.commands.focus();
  }

  canDescribe(editor: Editor): boolean {
    return describable(editor) !== null;
  }

  /** What belongs to the block at the cursor: its caption, source, title, address or note. */
  async describe(editor: Editor): Promise<void> {
    const found = describable(editor);
    const question = found && wordsQuestion(found.type, found.attrs);
    const words = question && (await this.put(question));
    const chain = editor.chain().focus();
    if (!found || !words) chain.run();
    else
      chain
        .command(({ tr }) => {
          tr.setNodeMarkup(found.pos, undefined, { ...found.attrs, ...words });
          return true;
        })
        .run();
  }

  /** Between the width of the text and that of the page. */
  toggleWidth(editor: Editor): void {
    const [text, wide] = PICTURE_SIZES;
    const size = editor.getAttributes('picture')['size'] === wide ? text : wide;
    editor.chain().focus().updateAttributes('picture', { size }).run();
  }

  private async put(question: WordsQuestion): Promise<Record<string, string> | undefined> {
    const dialog = this.dialogs.open<WordsDialog, WordsQuestion, Record<string, string>>(WordsDialog, {
      data: question,
      width: '34rem',
      restoreFocus: false,
    });
    return firstValueFrom(dialog.afterClosed(), { defaultValue: undefined });
  }

  private chooseCard(isSession: boolean, cards: readonly ShownCard[]): Promise<string | null> {
    return this.ask.choose({
      title: isSession
        ? $localize`:@@recap-desk.card.which-session:Which session?`
        : $localize`:@@recap-desk.card.which-speaker:Which speaker?`,
      text: $localize`:@@recap-desk.card.text:The card shows what the records say of it on the day somebody reads.`,
      action: $localize`:@@recap-desk.card.action:Place the card`,
      choices: cards.map(({ id, name, hint }) => ({ value: id, label: name, hint })),
    });
  }

  private async sayNone(isSession: boolean): Promise<null> {
    await this.ask.confirm({
      title: isSession
        ? $localize`:@@recap-desk.card.no-session:No session to place yet`
        : $localize`:@@recap-desk.card.no-speaker:No speaker to place yet`,
      text: $localize`:@@recap-desk.card.none-text:Choose the sessions this recap looks back on; they and their speakers can then stand in the text.`,
      action: $localize`:@@recap-desk.figure.empty-action:Understood`,
    });
    return null;
  }
}

function insert(editor: Editor, type: RichNodeType, attrs: Record<string, unknown>): void {
  editor.chain().focus().insertContent({ type, attrs }).run();
}

function describable(editor: Editor): Describable | null {
  const { selection } = editor.state;
  if (selection instanceof NodeSelection && hasWords(selection.node.type.name))
    return { type: selection.node.type.name, pos: selection.from, attrs: selection.node.attrs };
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    const name = node.type.name;
    if (hasWords(name)) return { type: name, pos: $from.before(depth), attrs: node.attrs };
  }
  return null;
}
