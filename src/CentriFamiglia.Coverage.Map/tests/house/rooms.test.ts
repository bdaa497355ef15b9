import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { betweenFolders, circleIn, importsOf } from './imports';

const SOURCE = join(import.meta.dirname, '../../src');

/** The rooms of the house from the ground up: each may take from those below it, never from its own floor or above. */
const FLOORS = [
  ['text/common'],
  ['text/it'],
  ['text/en'],
  ['text'],
  ['api'],
  ['domain'],
  ['state'],
  ['drawing'],
  ['map/features', 'table/listings', 'panels/shared'],
  [
    'panels/copertura',
    'panels/viaggi',
    'panels/misure',
    'panels/orari',
    'panels/proposte',
    'panels/fragilita',
    'panels/rilievi',
    'panels/risorse',
    'panels/progettualita',
    'panels/prova',
    'panels/decisioni',
    'panels/schede',
  ],
  ['map', 'table', 'panels'],
  ['page'],
  ['.'],
];

describe('the search for circles', () => {
  it.each([
    ['a>b b>c', ''],
    ['a>b b>c a>c', ''],
    ['a>a', 'a a'],
    ['a>b b>c c>b', 'b c b'],
    ['a>b c>d d>e e>c', 'c d e c'],
  ])('in %s finds «%s»', (arrows, circle) => {
    const imports = arrows.split(' ').map((arrow) => ({ from: arrow.charAt(0), to: arrow.charAt(2) }));
    expect(circleIn(imports).join(' ')).toBe(circle);
  });
});

describe('the house of the map', () => {
  const imports = importsOf(SOURCE);
  const floorOf = (room: string) => FLOORS.findIndex((floor) => floor.includes(room));

  it('is read whole', () => {
    expect(imports).toContainEqual({ from: 'main', to: 'page/app' });
    expect(imports).toContainEqual({ from: 'api/trialRows', to: 'text/peopleWords' });
    expect(imports).toContainEqual({ from: 'map/features/surfaces', to: 'drawing/painting' });
  });

  it('has no circle of files', () => {
    expect(circleIn(imports)).toEqual([]);
  });

  it('has no circle of rooms', () => {
    expect(circleIn(betweenFolders(imports))).toEqual([]);
  });

  it('has arrows only downwards', () => {
    const upwards = betweenFolders(imports).filter(
      ({ from, to }) => floorOf(to) === -1 || floorOf(to) >= floorOf(from),
    );
    expect(upwards).toEqual([]);
  });

  it('has no file that does not fit on four screens', () => {
    const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((f) => /\.(ts|s?css)$/.test(f));
    // schema.d.ts is made, not written.
    const long = files.filter(
      (f) => !f.endsWith('.d.ts') && readFileSync(join(SOURCE, f), 'utf8').split('\n').length > 201,
    );
    expect(long).toEqual([]);
  });
});
