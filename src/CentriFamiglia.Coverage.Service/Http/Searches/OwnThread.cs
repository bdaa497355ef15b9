namespace CentriFamiglia.Coverage.Service.Http.Searches;

/// <summary>
/// Runs the parallel parts of a search where the search runs: one search takes one processor, and the pool of threads that answers
/// requests is left to them.
/// </summary>
internal sealed class OwnThread : TaskScheduler
{
    public static OwnThread Instance { get; } = new();

    public override int MaximumConcurrencyLevel => 1;

    protected override void QueueTask(Task task) => TryExecuteTask(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
