export { recapForMachines } from './lib/page/recap-for-machines';
export { RECAP_FOR_MACHINES } from './lib/page/recap-head';
export { recapsRoutes } from './lib/recaps.routes';
