import { countedPeople } from '../common/people';
import { counted } from './numbers';

export const PEOPLE_WORDS = {
  residenti: { label: 'Residents', one: 'resident', many: 'residents', feminine: false, minute: 'resident' },
  famiglie: { label: 'Families', one: 'family', many: 'families', feminine: false, minute: 'family' },
  eta_0_14: { label: 'Children 0–14', one: 'child 0–14', many: 'children 0–14', feminine: false, minute: 'child' },
  eta_65_oltre: { label: 'People 65+', one: 'person 65+', many: 'people 65+', feminine: false, minute: 'person' },
  indice: { label: 'Need points', one: 'need point', many: 'need points', feminine: false, minute: 'point' },
};

const people = () => PEOPLE_WORDS[countedPeople()];

export const peopleLabel = (): string => people().label;

export const peopleMany = (): string => people().many;

export const ofPeople = (): string => `of ${people().many}`;

export const onPeople = (): string => `by ${people().many}`;

export const noPeople = (): string => `no ${people().one}`;

export const samePeople = (): string => `the same ${people().many}`;

export const howManyPeople = (): string => `how many ${people().many}`;

export const otherPeople = (value: number): string => `another ${peopleWords(value)}`;

export const ofCountedPeople = (): string => `of the ${people().many} counted`;

export const peopleWords = (value: number): string => counted(value, people().one, people().many);

export const peopleMinutes = (value: number): string =>
  counted(value, `${people().minute}-minute`, `${people().minute}-minutes`);

export const minutesOfPeople = (): string => `${people().minute}-minutes`;

export const itsPeople = (): string => `its own ${people().many}`;

export const thePeople = (): string => people().many;

export const allPeople = (): string => `all ${people().many}`;

export const peopleOne = (): string => people().one;
