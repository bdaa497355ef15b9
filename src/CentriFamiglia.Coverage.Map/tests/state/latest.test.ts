import { expect, it, vi } from 'vitest';
import { Latest } from '../../src/state/latest';

/** What is asked waits until it is answered by hand. */
function asking() {
  const open: { question: number; answer: (text: string) => void; fail: (error: unknown) => void }[] = [];
  const answered = vi.fn();
  const failed = vi.fn();
  const latest = new Latest<number, string>(
    (question) => new Promise((answer, fail) => open.push({ question, answer, fail })),
    answered,
    failed,
  );
  return { latest, open, answered, failed, settle: () => new Promise((done) => setTimeout(done)) };
}

it('has one question on its way, and puts the last of those that came meanwhile', async () => {
  const { latest, open, answered, settle } = asking();
  for (const question of [1, 2, 3, 4]) latest.ask(question);
  expect(open.map((o) => o.question)).toEqual([1]);
  open[0]?.answer('one');
  await settle();
  expect(open.map((o) => o.question)).toEqual([1, 4]);
  open[1]?.answer('four');
  await settle();
  expect(answered.mock.calls).toEqual([
    ['one', 1],
    ['four', 4],
  ]);
  latest.ask(5);
  expect(open.map((o) => o.question)).toEqual([1, 4, 5]);
});

it('tells a failure only where no newer question mends it', async () => {
  const { latest, open, failed, answered, settle } = asking();
  latest.ask(1);
  latest.ask(2);
  open[0]?.fail('away');
  await settle();
  expect(failed).not.toHaveBeenCalled();
  open[1]?.fail('still away');
  await settle();
  expect(failed.mock.calls).toEqual([['still away', 2]]);
  expect(answered).not.toHaveBeenCalled();
});
