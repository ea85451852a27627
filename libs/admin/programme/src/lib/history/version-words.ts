/** What happened, by the name it has in the audit log; the API may know more than this screen, which then stand as they are. */
export function versionWords(action: string): string {
  switch (action) {
    case 'session.create':
      return $localize`:@@programme.history.action.create:Created`;
    case 'session.save':
      return $localize`:@@programme.history.action.save:Changed`;
    case 'session.restore':
      return $localize`:@@programme.history.action.restore:Earlier version restored`;
    case 'session.publish':
      return $localize`:@@programme.history.action.publish:Published`;
    case 'session.hold':
      return $localize`:@@programme.history.action.hold:Marked as held`;
    case 'session.cancel':
      return $localize`:@@programme.history.action.cancel:Cancelled`;
    case 'session.withdraw':
      return $localize`:@@programme.history.action.withdraw:Taken back to draft`;
    case 'session.undo':
      return $localize`:@@programme.history.action.undo:Last change undone`;
    default:
      return action;
  }
}
