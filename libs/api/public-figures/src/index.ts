export { PublicFiguresModule, publicFiguresRootRoutes } from './lib/public-figures.module';
