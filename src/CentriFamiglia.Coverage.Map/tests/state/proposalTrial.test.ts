import { expect, it } from 'vitest';
import type { SuggestionRow } from '../../src/api/proposalRows';
import { triedOut } from '../../src/state/proposalTrial';
import { readTrial, writeTrial } from '../../src/state/trialLink';
import { shapes, site } from '../examples/rows';
import { shown } from '../examples/views';

const row = (ordine: number, own: Partial<SuggestionRow>) =>
  ({ ordine, tipo: 'spoke', pro_com_t: '017087', ...own }) as SuggestionRow;

it('the proposals become changes of a trial under their numbers, and a link holds them', () => {
  const suggestions = shapes(
    row(2, { tipo: 'hub', pro_com_t: '016024', rete: null }),
    row(1, { rete: 'BS07' }),
    row(3, { pro_com_t: '016062', rete: 'nuova:016024' }),
  );
  const sites = shapes({ ...site, site_id: 'P3' });
  const trial = triedOut(shown({ suggestions, sites }), [{ op: 'close', id: 'BS07-S2' }]);
  expect(trial).toEqual([
    { op: 'close', id: 'BS07-S2' },
    { op: 'add', id: 'P1', role: 'spoke', network_id: 'BS07', pro_com_t: '017087' },
    { op: 'add', id: 'P2', role: 'hub', pro_com_t: '016024' },
    { op: 'add', id: 'P3b', role: 'spoke', pro_com_t: '016062' },
  ]);
  expect(readTrial(writeTrial(trial))).toEqual(trial);
});
