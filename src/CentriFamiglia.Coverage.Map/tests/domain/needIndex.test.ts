import { describe, expect, it } from 'vitest';
import { indexOf, readDemand, weightsOf } from '../../src/domain/needIndex';

describe('an index of need', () => {
  it('is read as the service takes it, in the order of its kinds', () => {
    expect(readDemand('eta_65_oltre=1,eta_0_14=2')).toBe('eta_0_14=2,eta_65_oltre=1');
    expect(weightsOf('eta_0_14=2,eta_65_oltre=0.5')).toEqual({ eta_0_14: 2, eta_65_oltre: 0.5 });
    expect(weightsOf('famiglie')).toEqual({});
  });

  it('is made of the weights that are none of zero', () => {
    expect(indexOf({ residenti: 0, famiglie: 0, eta_0_14: 2, eta_65_oltre: 1 })).toBe('eta_0_14=2,eta_65_oltre=1');
    expect(indexOf({ residenti: 0, eta_0_14: Number.NaN })).toBeNull();
  });

  it.each([
    null,
    '',
    'bambini=1',
    'eta_0_14=',
    'eta_0_14=-1',
    'eta_0_14=0',
    'eta_0_14=molto',
    'eta_0_14=1,eta_0_14=2',
    'eta_0_14=1=2',
    'famiglie=1001',
    'famiglie=1,',
    '=1',
  ])('is not %j', (text) => expect(readDemand(text)).toBeNull());

  it('is beside the people of one kind', () => expect(readDemand('famiglie')).toBe('famiglie'));
});
