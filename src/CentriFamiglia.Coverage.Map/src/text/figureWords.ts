import { catalogue } from './catalogue';

export const { figureWords } = catalogue;
