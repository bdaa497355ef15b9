import { catalogue } from './catalogue';

export const { ruleTitle, GROUP_WORDS } = catalogue;
