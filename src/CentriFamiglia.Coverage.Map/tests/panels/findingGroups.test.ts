// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import type { FindingRow } from '../../src/api/findingRows';
import { groupFindings } from '../../src/domain/findingGroups';
import { findingGroups } from '../../src/panels/rilievi/findingGroups';
import { fromHash, toHash } from '../../src/state/permalink';
import type { ViewState } from '../../src/state/viewState';
import type { Outcome } from '../../src/text/words';
import { finding } from '../examples/rows';
import { view } from '../examples/views';

// jsdom draws no canvas.
HTMLCanvasElement.prototype.getContext = () => null;

const of = (regola: string, esito: Outcome, nome: string, ats: string, rimedio: string | null = null): FindingRow => ({
  ...finding,
  regola,
  esito,
  nome,
  codice: nome,
  ats,
  rimedio,
});

const rows = [
  of('R1', 'conforme', 'Lodi', 'Milano'),
  of('R8', 'non_dichiarato', 'Rete B', 'Pavia', 'Dichiarare gli orari.'),
  of('R8', 'non_dichiarato', 'Rete A', 'Pavia', 'Dichiarare gli orari.'),
  of('R5', 'non_conforme', 'Voghera', 'Pavia', 'Aprire uno Spoke.'),
  of('R5', 'informativo', 'Vigevano', 'Pavia'),
  of('R5', 'non_conforme', 'Crema', 'Milano', 'Aprire un Hub.'),
  of('R5', 'non_dichiarato', 'Broni', 'Pavia'),
];

describe('the findings', () => {
  it('stand by rule, the wrong first, then by ATS; what is only not declared stands behind', () => {
    const told = groupFindings(rows, null).map(({ rule, ats, undeclared, cure }) => [
      rule,
      ats.map(({ name, findings }) => `${name}: ${findings.map((row) => row.nome).join(', ')}`).join('; '),
      undeclared.map((row) => row.nome).join(', '),
      cure,
    ]);
    expect(told).toEqual([
      ['R5', 'Milano: Crema; Pavia: Voghera, Vigevano', 'Broni', null],
      ['R1', '', '', null],
      ['R8', '', 'Rete A, Rete B', 'Dichiarare gli orari.'],
    ]);
  });

  it('are all listed where their outcome is asked for', () => {
    const undeclared = rows.filter((row) => row.esito === 'non_dichiarato');
    expect(
      groupFindings(undeclared, 'non_dichiarato').map(({ rule, ats, undeclared: behind }) => [
        rule,
        ats.flatMap(({ findings }) => findings).length,
        behind.length,
      ]),
    ).toEqual([
      ['R5', 1, 0],
      ['R8', 2, 0],
    ]);
  });
});

describe('a group', () => {
  const [change, select] = [vi.fn(), vi.fn()];
  const show = (state: Partial<ViewState>) => findingGroups(rows, view({ theme: 'rilievi', ...state }), change, select);
  const button = (root: HTMLElement, text: string) =>
    [...root.querySelectorAll('button')].find((each) => each.textContent?.includes(text));

  it('says its counts while it is closed, and nothing more', () => {
    const root = show({});
    expect(root.querySelectorAll('[aria-expanded=false]').length).toBe(3);
    expect(button(root, 'R5')?.textContent).toContain('2 non conformi · 1 informativo · 1 non dichiarato');
    expect(root.querySelector('.clause')).toBeNull();
  });

  it('opens with the clause, and holds its ATS and what is not declared', () => {
    const root = show({ groups: ['R5', 'R5.Pavia'] });
    expect(root.querySelector('.clause')?.textContent).toBe('«almeno un Centro»');
    expect(button(root, 'un altro non dichiarato')?.getAttribute('aria-expanded')).toBe('false');
    button(root, 'Ambito Voghera')?.click();
    expect(select).toHaveBeenCalledWith({ kind: 'rilievo', code: 'R5/ambito/Voghera' });
  });

  it('says the cure once, where it is the same for all', () => {
    expect(show({ groups: ['R8'] }).textContent).toContain('Rimedio: Dichiarare gli orari.');
  });

  it('closes with all that stands within, and the address says what is open', () => {
    const groups = ['R5', 'R5.Pavia', 'R8'];
    button(show({ groups }), 'R5')?.click();
    expect(change).toHaveBeenCalledWith({ groups: ['R8'] }, true);
    expect(fromHash(toHash(view({ theme: 'rilievi', groups }))).groups).toEqual(groups);
    expect(fromHash('#tema=rilievi&gruppi=R99,R5.nd,x').groups).toEqual(['R5.nd']);
  });
});
