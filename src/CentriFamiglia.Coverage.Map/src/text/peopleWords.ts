import { catalogue } from './catalogue';

export { countPeople, DEMANDS, type Demand } from './common/people';

export const { PEOPLE_WORDS, peopleMany } = catalogue;
