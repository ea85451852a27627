export { recapBoardRoutes } from './lib/recap-board.routes';
