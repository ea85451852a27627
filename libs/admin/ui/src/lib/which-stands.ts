import type { Ask } from './ask';

/** Says what somebody else saved meanwhile, and lets one decide; null: not decided. */
export function askWhichStands(
  ask: Ask,
  title: string,
  changed: readonly string[],
): Promise<'mine' | 'theirs' | null> {
  return ask.choose({
    title: $localize`:@@planning.conflict.title:Somebody else changed “${title}:title:” meanwhile`,
    text: $localize`:@@planning.conflict.text:Nothing is lost yet. This is what they changed:`,
    details: changed,
    action: $localize`:@@planning.conflict.action:Go on`,
    choices: [
      {
        value: 'mine',
        label: $localize`:@@planning.conflict.mine:Make my change too`,
        hint: $localize`:@@planning.conflict.mine-hint:What you did not change stays as they saved it.`,
      },
      {
        value: 'theirs',
        label: $localize`:@@planning.conflict.theirs:Leave it as it is now`,
        hint: $localize`:@@planning.conflict.theirs-hint:Shows what they saved and drops your change.`,
      },
    ],
  });
}
