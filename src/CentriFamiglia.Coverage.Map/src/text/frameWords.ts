import { catalogue } from './catalogue';

export const { FRAME, DOCUMENT, SERVICE_LANGUAGE } = catalogue;
