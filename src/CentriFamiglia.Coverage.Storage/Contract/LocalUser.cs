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
            return Plain(given, "utente locale");
        }
    }

    /// <summary>A name as the register keeps it: of one line, and not without end.</summary>
    /// <param name="name">As somebody gives it.</param>
    /// <param name="otherwise">Where nothing is left of it.</param>
    public static string Plain(string name, string otherwise)
    {
        string plain = new([.. name.Trim().Where(c => !char.IsControl(c)).Take(LongestName)]);
        return plain.Length > 0 ? plain : otherwise;
    }

    /// <summary>What this user does now.</summary>
    public static AuditAct Does(string action, string subject) => new(Name, DateTimeOffset.UtcNow, action, subject);
}
