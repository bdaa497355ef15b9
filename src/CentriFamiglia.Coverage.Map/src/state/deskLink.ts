import type { ScenarioRef } from '../api/deskRows';
import type { DeskLink } from './deskData';

/** The scenario that a trial comes from, `rimodulazione-bergamo@3`, and the frozen analysis that is open. */
export function writeDesk(p: URLSearchParams, { scenario, run }: DeskLink): void {
  if (scenario) p.set('scenario', scenario.version === null ? scenario.id : `${scenario.id}@${scenario.version}`);
  if (run) p.set('analisi', run);
}

export const readDesk = (p: URLSearchParams): DeskLink => ({
  scenario: readScenario(p.get('scenario') ?? ''),
  run: p.get('analisi') || null,
});

function readScenario(text: string): ScenarioRef | null {
  const [, id = '', version] = /^([^@]+)(?:@(\d+))?$/.exec(text) ?? [];
  return id === '' ? null : { id, version: version === undefined ? null : Number(version) };
}
