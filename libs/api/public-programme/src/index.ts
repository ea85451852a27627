export { PublicProgrammeModule, publicProgrammeRootRoutes } from './lib/public-programme.module';
