export { programmeRoutes } from './lib/programme.routes';
export { seriesForMachines } from './lib/series/series-for-machines';
export { SERIES_FOR_MACHINES } from './lib/series/series-head';
