export { plainWords } from './common/plainWords';
