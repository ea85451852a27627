export { anImage } from './lib/an-image';
export { aRegister, aSaveRecap, aSaveSeries, aSaveSession } from './lib/bodies';
export { FixedClock } from './lib/clock';
export { registerSamples, saveSessionSamples, type Sample } from './lib/samples';
export { saveSessionOf } from './lib/save-session-of';
export { aListedSession, aSession } from './lib/sessions';
export { aRecapTeaser, aSeriesHead, aSeriesPage, aSessionTeaser } from './lib/teasers';
