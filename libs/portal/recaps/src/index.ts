export { recapForMachines } from './lib/page/recap-for-machines';
export { RECAP_FOR_MACHINES } from './lib/page/recap-head';
export { recapPreviewRoutes, recapsRoutes } from './lib/recaps.routes';
