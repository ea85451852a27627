export { CorrespondenceModule } from './lib/correspondence.module';
export { newsRootRoutes } from './lib/news/unsubscribe-form.controller';
