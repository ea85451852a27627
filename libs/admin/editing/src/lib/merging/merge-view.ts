import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import {
  documentChanges,
  pathKey,
  settle,
  threeWayMerge,
  type DocumentChange,
  type MergeRules,
} from '@reihe/shared-policies';
import { firstValueFrom } from 'rxjs';
import { elsewhereWords, shownChanges, type DescribeField } from './field-words';
import { MergeDialog, type MergeQuestion } from './merge-dialog';

/** Two versions of a form and what both began with. */
export interface TwoVersions<T> {
  base: T;
  theirs: T;
  mine: T;
}

export type MergeWords = Pick<
  MergeQuestion,
  'title' | 'text' | 'changesHeading' | 'mine' | 'theirs' | 'action'
>;

/** Puts two versions of one thing before the person at the screen. */
@Injectable({ providedIn: 'root' })
export class MergeView {
  private readonly dialogs = inject(MatDialog);

  /** The merged form; null when dismissed. Shows what they changed although nothing of it needs an answer. */
  async merge<T>(
    { base, theirs, mine }: TwoVersions<T>,
    words: MergeWords,
    describe: DescribeField,
    rules: MergeRules = {},
  ): Promise<T | null> {
    const merge = threeWayMerge(base, theirs, mine, rules);
    const asked = new Set(merge.conflicts.map(({ path }) => pathKey(path)));
    // What is not asked about and stands otherwise than I had it came from them.
    const taken = documentChanges(mine, merge.merged).filter(({ path }) => !asked.has(pathKey(path)));
    const answers = await this.put({
      ...words,
      changes: shownChanges(taken, describe),
      conflicts: merge.conflicts.map(({ path, ...values }) => {
        const field = describe(path);
        return { ...field, ...values, key: pathKey(path), label: field.label || elsewhereWords() };
      }),
    });
    return answers && settle(merge, answers);
  }

  /** True when one wants to go on. */
  async show(
    changes: readonly DocumentChange[],
    words: Omit<MergeWords, 'mine' | 'theirs'>,
    describe: DescribeField,
  ): Promise<boolean> {
    const shown = shownChanges(changes, describe);
    return (await this.put({ ...words, mine: '', theirs: '', changes: shown, conflicts: [] })) !== null;
  }

  private async put(question: MergeQuestion): Promise<ReadonlyMap<string, unknown> | null> {
    const dialog = this.dialogs.open<MergeDialog, MergeQuestion, ReadonlyMap<string, unknown>>(MergeDialog, {
      data: question,
      width: '100%',
      maxWidth: '60rem',
      maxHeight: '92vh',
      autoFocus: 'first-heading',
    });
    return (await firstValueFrom(dialog.afterClosed(), { defaultValue: undefined })) ?? null;
  }
}
