namespace CentriFamiglia.Coverage.Storage.Contract;

/// <summary>Base of the store's errors. Messages are Italian, meant for the planner, and never hold a password.</summary>
public abstract class StoreException(string message, string cure, Exception? inner) : Exception(message, inner)
{
    /// <summary>How to mend it, in Italian.</summary>
    public string Cure { get; } = cure;
}

/// <summary>The server does not answer, the file cannot be opened, the connection was lost. Exit code 3, status 503.</summary>
public sealed class StoreUnreachableException(string message, string cure, Exception? inner = null) : StoreException(message, cure, inner);

/// <summary>The store exists but is not ours, is damaged, or has a newer schema. Exit code 2.</summary>
public sealed class StoreRefusedException(string message, string cure, Exception? inner = null) : StoreException(message, cure, inner)
{
    /// <summary>Whether it is ours and some of it is lost or changed.</summary>
    public bool IsDamage { get; init; }

    /// <summary>The one cell that is at fault, so that its row alone may be left out; null when it is more than a cell.</summary>
    internal StoredFault? Fault { get; init; }
}

/// <summary>Who writes or reads may not. Status 403.</summary>
public sealed class StoreForbiddenException(string message, string cure, Exception? inner = null) : StoreException(message, cure, inner)
{
    /// <param name="caller">Who.</param>
    /// <param name="deed">What the person would have to be allowed.</param>
    /// <param name="what">Italian: on what.</param>
    /// <param name="ats">Whose it is; null for the whole region's.</param>
    public static StoreForbiddenException Of(Caller caller, Deed deed, string what, string? ats)
    {
        string whose = ats is null ? "di tutta la regione" : $"dell'{AtsNames.Official(ats)}";
        string may = caller.Of(deed) == Reach.Own
            ? $"{caller.Name} può solo per {string.Join(", ", caller.Ats.Select(AtsNames.Official))}"
            : $"a {caller.Name} non è consentito {RoleTable.InWords(deed)}";
        return new($"Non consentito: {what} è {whose}, e {may}. Nulla è stato scritto.", "Chiedere a chi ne risponde, oppure a chi amministra gli accessi un altro ruolo.");
    }
}

/// <summary>Another program wrote since the content was read.</summary>
public sealed class StoreChangedException(string message, string cure, Exception? inner = null) : StoreException(message, cure, inner)
{
    /// <summary>It changed a row that the refused write would have changed too: who writes has to decide, and not by trying again.</summary>
    public bool Overlaps { get; init; }
}
