import { catalogue } from './catalogue';

export const { CONTROL, ENGINE, ORIGIN, PROBLEM } = catalogue;
