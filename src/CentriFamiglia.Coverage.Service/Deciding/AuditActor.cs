using CentriFamiglia.Coverage.Records;

namespace CentriFamiglia.Coverage.Service.Deciding;

/// <summary>Who acts, at one moment.</summary>
/// <param name="Name">As the register keeps it.</param>
/// <param name="Now">UTC, to the second.</param>
internal sealed record AuditActor(string Name, DateTimeOffset Now)
{
    /// <summary>The ATS whose the records are that are made now; null for the whole region's.</summary>
    public string? Home { get; init; }

    public static AuditActor Of(string name, TimeProvider clock)
    {
        DateTimeOffset now = clock.GetUtcNow();
        return new(name, new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero));
    }

    /// <summary>The act on a subject.</summary>
    public Func<string, AuditAct> Does(string action) => subject => new AuditAct(Name, Now, action, subject);
}
