export { countries, type Country } from './lib/form/countries';
export { Entry } from './lib/form/entry';
export { Tick } from './lib/form/tick';
export { zoneGroups, type ZoneGroup } from './lib/form/time-zones';
export { LinkFailure } from './lib/link-failure';
export { MaterialList } from './lib/materials/material-list';
export { describePrivately } from './lib/private-page';
export { SessionChoice } from './lib/sessions/session-choice';
export { PortalPage } from './lib/testing/portal-page';
