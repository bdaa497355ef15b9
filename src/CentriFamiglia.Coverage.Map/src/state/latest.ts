/** Asks one question at a time: while one is on its way only the last of those that come is kept, and asked when it has been answered. */
export class Latest<Question, Answer> {
  private waiting: { question: Question } | null = null;
  private isBusy = false;

  constructor(
    private readonly put: (question: Question) => Promise<Answer>,
    private readonly answered: (answer: Answer, question: Question) => void,
    private readonly failed: (error: unknown, question: Question) => void,
  ) {}

  ask(question: Question): void {
    this.waiting = { question };
    if (!this.isBusy) void this.work();
  }

  private async work(): Promise<void> {
    this.isBusy = true;
    while (this.waiting) {
      const { question } = this.waiting;
      this.waiting = null;
      try {
        this.answered(await this.put(question), question);
      } catch (error) {
        // A newer question is on its way to mend it.
        if (!this.waiting) this.failed(error, question);
      }
    }
    this.isBusy = false;
  }
}
