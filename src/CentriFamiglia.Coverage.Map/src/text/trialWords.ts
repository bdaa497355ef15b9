import { catalogue } from './catalogue';

export const { TRIAL, TRIAL_TOOLS } = catalogue;
