import type { Routes } from '@angular/router';
import { askBeforeLeaving } from '@reihe/admin-ui';
import { AccountEditor } from './accounts/account-editor';
import { AccountsList } from './accounts/accounts-list';
import { AuditLog } from './audit/audit-log';
import { OutboxList } from './outbox/outbox-list';
import { OutboxMessagePage } from './outbox/outbox-message';

export const outboxRoutes: Routes = [
  { path: '', component: OutboxList, title: $localize`:@@settings.outbox.heading:Outbox` },
  { path: ':id', component: OutboxMessagePage, title: $localize`:@@settings.outbox.message:Message` },
];

export const accountsRoutes: Routes = [
  { path: '', component: AccountsList, title: $localize`:@@settings.accounts.heading:Accounts` },
  {
    path: 'new',
    component: AccountEditor,
    canDeactivate: [askBeforeLeaving],
    title: $localize`:@@settings.accounts.new:New account`,
  },
  {
    path: ':id',
    component: AccountEditor,
    canDeactivate: [askBeforeLeaving],
    title: $localize`:@@settings.account.title:Account`,
  },
];

export const auditRoutes: Routes = [
  { path: '', component: AuditLog, title: $localize`:@@settings.audit.heading:Audit log` },
];
