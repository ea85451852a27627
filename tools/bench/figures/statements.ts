/** The product's own statement, bundled before the bench reads it. */
export { DASHBOARD } from '../../../libs/api/dashboards/src/lib/dashboard.sql';
