using CentriFamiglia.Coverage.Records;

namespace CentriFamiglia.Coverage.Storage.Contract;

/// <summary>Who uses the program on this computer: the name that the system gives, or the one of <see cref="Variable"/>.</summary>
public static class LocalUser
{
    /// <summary>Names somebody else than the system's user.</summary>
    public const string Variable = "COVERAGE_UTENTE";

    private const int LongestName = 120;

    public static string Name
    {
        get
        {
            string given = Environment.GetEnvironmentVariable(Variable) is { } named && !string.IsNullOrWhiteSpace(named) ? named : Environment.UserName;
            string name = new([.. given.Trim().Where(c => !char.IsControl(c)).Take(LongestName)]);
            return name.Length > 0 ? name : "utente locale";
        }
    }

    /// <summary>What this user does now.</summary>
    public static AuditAct Does(string action, string subject) => new(Name, DateTimeOffset.UtcNow, action, subject);
}
