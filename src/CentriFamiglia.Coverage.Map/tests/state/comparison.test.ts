import { describe, expect, it } from 'vitest';
import {
  choiceOf,
  choicesOf,
  choosing,
  facing,
  layingBeside,
  otherName,
  rivalQuery,
  sidesOf,
} from '../../src/state/comparison';
import { withTrial } from '../../src/state/trialView';
import { answer, byHand } from '../examples/trials';
import { shown, view } from '../examples/views';

const add = (id: string) => ({ op: 'add' as const, id, role: 'spoke', pro_com_t: '098031' });
const placed = (id: string, ats: string) => ({ id, ats, pro_com_t: '098031', comune: 'Lodi', lon: 9.5, lat: 45.3 });

describe('the switch', () => {
  it('offers the trial where the link has one', () => {
    expect(choicesOf(view())).toEqual(['oggi', 'proposte', 'altro', 'differenza']);
    expect(choicesOf(view({ trial: [add('N1')] }))).toEqual(['oggi', 'proposte', 'prova', 'altro', 'differenza']);
    expect(choicesOf(view({ theme: 'prova' }))).toEqual(['oggi', 'prova', 'differenza']);
  });

  it.each([
    ['oggi', 'oggi'],
    ['proposte', 'proposte'],
    ['altro', 'altro'],
    ['differenza', 'differenza'],
  ] as const)('shows %s once it is chosen', (choice, expected) => {
    const state = view({ against: 'proposte' });
    expect(choiceOf({ ...state, ...choosing(choice, state) })).toBe(expected);
  });

  it('compares with the proposals, or with the trial there is, where nothing is said', () => {
    expect(choosing('differenza', view())).toMatchObject({ against: 'proposte', colouring: 'differenza' });
    expect(layingBeside(view({ trial: [add('N1')] }))).toMatchObject({ against: 'prova', beside: true });
  });

  it('leaves the two sides where one state is chosen', () => {
    expect(choosing('oggi', view({ beside: true }))).toMatchObject({ beside: false });
    expect(layingBeside(view({ beside: true }))).toEqual({ beside: false });
  });
});

it('compares with the proposals of their own view: its goal, its number, its choices', () => {
  const state = view({ against: 'proposte', goal: 'cover', spokes: 7, everyUnit: true, ats: 'Pavia' });
  expect(rivalQuery(shown(), state)).toMatchObject({ goal: 'cover', spokes: 7, everyUnit: true, ats: 'Pavia' });
});

it.each([
  [{ date: '2024-06-30', sedi: null, rules: null }, 'Al 30 giugno 2024'],
  [{ date: null, sedi: 'mie', rules: 'dgr-4431-2025' }, 'Sedi «Le mie», regole dgr-4431-2025'],
  [{ date: null, sedi: null, rules: null }, 'Altra situazione'],
])('another state is called by what sets it apart: %o', (other, name) => expect(otherName(other)).toBe(name));

describe('the hours', () => {
  const state = view({ theme: 'orari', against: 'altro' });
  const today = shown();
  const other = { ...today, otherHours: { name: 'Sedi note', today, problem: '' } };

  it('are of today or of one other situation, whatever another view compared with', () => {
    expect(choicesOf(state)).toEqual(['oggi', 'altro']);
    expect(choiceOf(state)).toBe('altro');
    expect(choiceOf(view({ theme: 'orari', against: 'prova', colouring: 'differenza' }))).toBe('oggi');
    expect(layingBeside(view({ theme: 'orari' }))).toMatchObject({ against: 'altro', beside: true });
  });

  it('are laid side by side once the other is known', () => {
    const beside = { ...state, beside: true };
    expect(sidesOf(today, beside)).toBeNull();
    expect(sidesOf(other, beside)?.map((side) => side.name)).toEqual(['Oggi', 'Sedi note']);
    expect(sidesOf({ ...other, otherHours: { ...other.otherHours, problem: 'No.' } }, beside)).toBeNull();
  });
});

describe('the rival of a trial', () => {
  const state = view({ theme: 'prova', against: 'proposte' });
  const tried = (ats: string[], ...ids: string[]) =>
    shown({
      trial: {
        ...byHand,
        changes: ids.map(add),
        answer: answer({ sedi: ids.map((id, i) => placed(id, ats[i] ?? '')) }),
      },
    });

  it('has as many Spokes, in the ATS that all of them lie in', () => {
    expect(rivalQuery(tried(['Brescia', 'Brescia'], 'N1', 'N2'), state)).toMatchObject({
      goal: 'cover',
      spokes: 2,
      ats: 'Brescia',
      count: 'propri',
    });
    expect(rivalQuery(tried(['Brescia', 'Pavia'], 'N1', 'N2'), state)).toMatchObject({ ats: null });
    expect(rivalQuery(tried(['Brescia'], 'N1'), { ...state, ats: 'Pavia' })).toMatchObject({ ats: 'Pavia' });
  });

  it('is none without a new Spoke, or where nobody asks', () => {
    expect(rivalQuery(shown({ trial: byHand }), state)).toBeNull();
    expect(rivalQuery(tried(['Brescia'], 'N1'), view({ theme: 'prova' }))).toBeNull();
  });

  it('is asked for by one press, and sent away by another', () => {
    expect(facing(view())).toMatchObject({ against: 'proposte', beside: true });
    expect(facing(state)).toMatchObject({ against: null, beside: false });
  });
});

describe('the two sides', () => {
  const today = shown();
  const sides = (rival: Parameters<typeof withTrial>[4], beside = true) =>
    sidesOf(withTrial(today, [add('N1')], answer(), 'prova', rival), view({ theme: 'prova', beside }))?.map(
      ({ choice, data }) => [choice, data.sites.features.length],
    );

  it('are today and the trial; with its rival, the trial and the proposals', () => {
    expect(sides(null)).toEqual([
      ['oggi', 0],
      ['prova', 1],
    ]);
    const query = rivalQuery(shown(), view({ against: 'proposte' }));
    if (!query) throw new Error('Nothing is asked for');
    const changes = [add('P1'), add('P2')];
    expect(sides({ query, changes, places: [], certificate: null, answer: answer(), problem: '' })).toEqual([
      ['prova', 1],
      ['proposte', 2],
    ]);
  });

  it('are not where one state is shown alone', () => {
    expect(sides(null, false)).toBeUndefined();
    expect(sidesOf(today, view({ beside: true }))).toBeNull();
  });
});
