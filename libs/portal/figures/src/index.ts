export { figuresRoutes } from './lib/figures.routes';
export { figuresForMachines } from './lib/page/figures-for-machines';
export { FIGURES_FOR_MACHINES } from './lib/page/figures-head';
