import { catalogue } from './catalogue';

export { countPeople, DEMANDS, type Demand, isIndex, type NeedIndex, type People } from './common/people';

export const { PEOPLE_WORDS, peopleMany } = catalogue;
