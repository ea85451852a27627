export { aRegister, aSaveRecap, aSaveSeries, aSaveSession } from './lib/bodies';
export { FixedClock } from './lib/clock';
export { aRecapTeaser, aSeriesHead, aSessionTeaser } from './lib/teasers';
