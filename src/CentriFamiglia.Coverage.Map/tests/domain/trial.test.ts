import { describe, expect, it } from 'vitest';
import {
  readTrialFile,
  type TrialChange,
  withClosed,
  without,
  withPlace,
  withSpoke,
  withValue,
  writeTrialFile,
} from '../../src/domain/trial';

const close: TrialChange = { op: 'close', id: 'BG01-S2' };

describe('a trial', () => {
  it('adds a Spoke under an id that no sede has, at a point of ten metres', () => {
    const { trial, id } = withSpoke([close], ['N1', 'BG01-H'], { lon: 9.661234, lat: 45.698765 }, 'BG01');
    expect(id).toBe('N2');
    expect(trial).toEqual([
      close,
      { op: 'add', id: 'N2', role: 'spoke', network_id: 'BG01', lon: 9.6612, lat: 45.6988 },
    ]);
  });

  it('adds one in a comune, without a network where there is none', () => {
    expect(withSpoke([], [], { pro_com_t: '016024' }, null).trial).toEqual([
      { op: 'add', id: 'N1', role: 'spoke', pro_com_t: '016024' },
    ]);
  });

  it('keeps one change a sede, in its place, whatever is done to it', () => {
    const added = withSpoke([], [], { pro_com_t: '016024' }, 'BG01').trial;
    expect(withPlace([...added, close], 'N1', { lon: 9.7, lat: 45.7 })).toEqual([
      { op: 'add', id: 'N1', role: 'spoke', network_id: 'BG01', lon: 9.7, lat: 45.7 },
      close,
    ]);
    const moved = withPlace([], 'BG01-S1', { lon: 9.7, lat: 45.7 });
    expect(moved).toEqual([{ op: 'move', id: 'BG01-S1', lon: 9.7, lat: 45.7 }]);
    const changed = withValue(moved, 'BG01-S1', 'opening_hours', 'lun 9-12');
    expect(changed).toEqual([{ op: 'change', id: 'BG01-S1', lon: 9.7, lat: 45.7, opening_hours: 'lun 9-12' }]);
    expect(withPlace(changed, 'BG01-S1', { pro_com_t: '016098' })).toEqual([
      { op: 'change', id: 'BG01-S1', opening_hours: 'lun 9-12', pro_com_t: '016098' },
    ]);
  });

  it('closes a sede, and takes away one of its own', () => {
    expect(withClosed(withValue([], 'BG01-S2', 'network_id', null), 'BG01-S2')).toEqual([close]);
    expect(withClosed(withSpoke([], [], { pro_com_t: '016024' }, null).trial, 'N1')).toEqual([]);
    expect(withValue([close], 'BG01-S2', 'network_id', 'BG02')).toEqual([
      { op: 'change', id: 'BG01-S2', network_id: 'BG02' },
    ]);
    expect(without([close], 'BG01-S2')).toEqual([]);
  });

  it('is saved as the body of the service and read back', () => {
    expect(writeTrialFile([close])).toBe(
      '{\n  "changes": [\n    {\n      "op": "close",\n      "id": "BG01-S2"\n    }\n  ]\n}\n',
    );
    expect(readTrialFile(writeTrialFile([close]))).toEqual([close]);
    expect(readTrialFile('[{"op":"close","id":"BG01-S2"}]')).toEqual([close]);
  });

  it.each([
    '',
    'x',
    '{}',
    '{"changes":{}}',
    '{"changes":[{"op":"apri","id":"A"}]}',
    '[{"op":"add","id":3}]',
    '[3]',
    'null',
  ])('is not read from «%s»', (text) => expect(readTrialFile(text)).toBeNull());
});
