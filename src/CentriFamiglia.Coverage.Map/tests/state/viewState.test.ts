import { describe, expect, it } from 'vitest';
import { NO_KNOBS } from '../../src/api/proposalKnobs';
import {
  changed,
  DEFAULT_VIEW,
  isInScope,
  momentOf,
  needsAnswers,
  proposalQuery,
  showsSuggestions,
} from '../../src/state/viewState';
import { view } from '../examples/views';

describe('the search for new sedi that a view stands for', () => {
  const knobs = { ...NO_KNOBS, reach: 30 };
  const asked = { goal: 'cover', spokes: 7, everyUnit: true, knobs, ats: 'Pavia', count: 'tutte' } as const;

  it.each([
    ['ambito', 'ambito'],
    ['distretto', 'distretto'],
    ['ats', 'ambito'],
    ['comune', 'ambito'],
  ] as const)('by %s looks at every %s, in the proposals and in any other view', (level, expected) => {
    expect(proposalQuery(view({ theme: 'proposte', level, ...asked }))).toEqual({ level: expected, ...asked });
    expect(proposalQuery(view({ theme: 'copertura', level, ...asked }))).toEqual({
      level: expected,
      goal: 'units',
      spokes: 10,
      everyUnit: false,
      knobs: NO_KNOBS,
      ats: null,
      count: 'propri',
    });
  });
});

describe('new answers', () => {
  const from = (theme: (typeof DEFAULT_VIEW)['theme']) => view({ theme, level: 'comune' });

  it.each([
    ['copertura', { sedi: 'note' }],
    ['copertura', { level: 'ats' }],
    ['copertura', { theme: 'tempi' }],
    ['copertura', { showSuggestions: true }],
    ['tempi', { showSuggestions: true }],
    ['misure', { measure: 'gravity' }],
    ['orari', { day: 'sab' }],
    ['orari', { minute: 600 }],
    ['orari', { ats: 'Pavia' }],
    ['proposte', { goal: 'time' }],
    ['proposte', { spokes: 11 }],
    ['proposte', { everyUnit: true }],
    ['proposte', { knobs: { ...NO_KNOBS, notIn: ['017087'] } }],
    ['proposte', { ats: 'Pavia' }],
    ['proposte', { count: 'tutte' }],
    ['fragilita', { ats: 'Pavia' }],
    ['fragilita', { count: 'tutte' }],
  ] as const)('in %s are asked for by %o', (theme, change) => {
    expect(needsAnswers(from(theme), { ...from(theme), ...change })).toBe(true);
  });

  it.each([
    ['copertura', { ats: 'Pavia', goal: 'time', spokes: 11, everyUnit: true, count: 'tutte' }],
    ['copertura', { measure: 'gravity', day: 'sab', minute: 600 }],
    ['misure', { classing: 'quantili', statistic: 'media', day: 'sab' }],
    ['orari', { measure: 'gravity', search: 'lodi' }],
    ['rilievi', { outcome: 'conforme', rule: 'R8' }],
    ['proposte', { showSuggestions: true, measure: 'gravity' }],
    ['fragilita', { page: 2, sort: { column: 'ats', descending: true }, selection: { kind: 'sede', code: 'LO01' } }],
    ['tempi', { camera: { lon: 9, lat: 45, zoom: 9 }, showSites: false }],
  ] as const)('in %s are not asked for by %o', (theme, change) => {
    expect(needsAnswers(from(theme), { ...from(theme), ...change })).toBe(false);
  });
});

describe('a change of the view', () => {
  const second = view({ theme: 'tempi', page: 2, sort: { column: 'quota', descending: true } });

  it.each([
    [{ ats: 'Pavia' }, 1, 'quota'],
    [{ search: 'l' }, 1, 'quota'],
    [{ outcome: 'conforme' }, 1, 'quota'],
    [{ rule: 'R8' }, 1, 'quota'],
    [{ sort: { column: 'p90', descending: false } }, 1, 'p90'],
    [{ level: 'comune' }, 1, undefined],
    [{ theme: 'copertura' }, 1, undefined],
    [{ theme: 'copertura', sort: { column: 'hub', descending: true } }, 1, 'hub'],
    [{ ats: 'Pavia', page: 3 }, 3, 'quota'],
    [{ page: 4 }, 4, 'quota'],
    [{ statistic: 'media' }, 2, 'quota'],
    [{ selection: { kind: 'ambito', code: 'lodi' } }, 2, 'quota'],
    [{ ats: null }, 2, 'quota'],
  ] as const)('by %o stands on page %i, sorted by %s', (change, page, column) => {
    const next = changed(second, change);
    expect([next.page, next.sort?.column]).toEqual([page, column]);
  });

  it.each([
    ['copertura', 'comune', 'ambito'],
    ['tempi', 'comune', 'comune'],
    ['misure', 'ats', 'ats'],
    ['orari', 'ambito', 'comune'],
    ['proposte', 'distretto', 'distretto'],
    ['proposte', 'ats', 'ambito'],
    ['rilievi', 'comune', 'ambito'],
    ['fragilita', 'distretto', 'ambito'],
  ] as const)('to %s by %s shows it by %s', (theme, level, expected) => {
    expect(changed(DEFAULT_VIEW, { theme, level }).level).toBe(expected);
  });

  it('leaves the view it starts from as it was', () => {
    changed(second, { level: 'comune' });
    expect([second.level, second.page]).toEqual(['ambito', 2]);
  });
});

it('a moment is said as the service reads it', () => {
  expect(momentOf({ day: 'mar', minute: 17 * 60 + 30 })).toBe('mar 17:30');
  expect(momentOf({ day: 'sab', minute: 9 * 60 })).toBe('sab 09:00');
});

it.each([
  [null, 'Pavia', true],
  [null, null, true],
  ['Pavia', 'Pavia', true],
  ['Pavia', 'Brescia', false],
  ['Pavia', null, false],
])('with the ATS %s chosen, a row of %s is in scope: %s', (ats, of, inScope) => {
  expect(isInScope({ ats }, { ats: of })).toBe(inScope);
});

it.each([
  ['copertura', false, false],
  ['copertura', true, true],
  ['proposte', false, true],
] as const)('in %s, with proposals asked for %s, the map shows them: %s', (theme, showSuggestions, shows) => {
  expect(showsSuggestions({ theme, showSuggestions })).toBe(shows);
});
