import { catalogue } from './catalogue';

export const { BOUND_WORDS, EXCLUDED_WORDS, CURE_WORDS, NOTICE, CERTIFICATE_WORDS } = catalogue;
