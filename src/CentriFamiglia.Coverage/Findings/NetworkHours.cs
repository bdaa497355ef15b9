using CentriFamiglia.Coverage.Territory.Hours;

namespace CentriFamiglia.Coverage.Findings;

/// <summary>Weekly hours of some sedi in both readings of R8.</summary>
/// <param name="Sum">Added up.</param>
/// <param name="Together">When at least one is open.</param>
internal sealed record NetworkHours(double Sum, WeekSchedule Together)
{
    private const double MinutesPerHour = 60;

    /// <summary>Hours at which at least one is open.</summary>
    public double Union => Together.Minutes / MinutesPerHour;

    public static NetworkHours Of(WeekSchedule[] weeks) => new(weeks.Sum(w => w.Minutes) / MinutesPerHour, WeekSchedule.Union(weeks));
}
