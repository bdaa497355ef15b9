using System.Text.RegularExpressions;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Deciding.Writing;

/// <summary>Writes and takes away the rule sets of the office, and sets the one that holds where nobody names one.</summary>
/// <param name="store">Where they are kept.</param>
/// <param name="given">Those that the command line names, beside the shipped ones.</param>
internal sealed partial class RuleDesk(ICoverageStore store, RuleCatalog given)
{
    private const string Field = "regole";

    /// <summary>Of all that the office keeps, with the one that holds.</summary>
    public static string TagOf(OfficeRules office) => VersionTag.Of(string.Join('\n', office.Sets.Select(s => $"{s.Id} {VersionTag.Of(s.Text)}").Append(office.InForce ?? "")));

    /// <param name="id">Which; a new one where there is none.</param>
    /// <param name="text">Its JSON.</param>
    /// <param name="judge">Told the text that is there, null for none: throws where it is not what the change was made from.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="InputException">It is no rule set, or not one of the office's.</exception>
    /// <exception cref="StoreException">The store refuses the write.</exception>
    public async Task<OfficeRuleSet> PutAsync(string id, string text, Action<string?> judge, AuditActor actor, CancellationToken cancellationToken)
    {
        (TerritoryContent content, long revision) = await store.ReadAsync(cancellationToken);
        OfficeRuleSet? now = OfficeRules.In(content).Find(id);
        judge(now?.Text);
        RuleSet set = Read(id, text);
        if (now?.Text != text)
            await WriteAsync("regole.scrive", id, OfficeRules.Put(content, now?.Id ?? id, text), content, revision, actor, cancellationToken);
        return new OfficeRuleSet(now?.Id ?? id, text, set, null);
    }

    /// <exception cref="InputException">It holds.</exception>
    public async Task DeleteAsync(string id, Action<OfficeRuleSet?> judge, AuditActor actor, CancellationToken cancellationToken)
    {
        (TerritoryContent content, long revision) = await store.ReadAsync(cancellationToken);
        var office = OfficeRules.In(content);
        OfficeRuleSet? now = office.Find(id);
        judge(now);
        if (id.Equals(office.InForce, StringComparison.OrdinalIgnoreCase))
            throw new InputException(Field, $"«{Shown.Of(id)}» è l'insieme di regole che vale.", "Sceglierne prima un altro, con PATCH /api/v1/rules.");
        await WriteAsync("regole.toglie", now!.Id, OfficeRules.Without(content, now.Id), content, revision, actor, cancellationToken);
    }

    /// <summary>Sets the one that holds.</summary>
    /// <param name="id">Null for the program's own.</param>
    /// <exception cref="InputException">There is no such set.</exception>
    public async Task<RuleCatalog> HoldAsync(string? id, Action<OfficeRules> judge, AuditActor actor, CancellationToken cancellationToken)
    {
        (TerritoryContent content, long revision) = await store.ReadAsync(cancellationToken);
        var office = OfficeRules.In(content);
        judge(office);
        string? name = id is null ? null : given.With(office).Find(id).Id;
        TerritoryContent next = OfficeRules.Holding(content, name);
        if (name != office.InForce)
            await WriteAsync("regole.sceglie", name ?? RuleSet.Default.Id, next, content, revision, actor, cancellationToken);
        return given.With(OfficeRules.In(next));
    }

    private RuleSet Read(string id, string text)
    {
        if (!Name().IsMatch(id))
            throw new InputException("id", $"'{Shown.Of(id)}' non è un identificativo.", "Usare lettere minuscole, cifre, punti e trattini, al più 64: per esempio standard-2027.");
        if (given.At(id) is not null)
            throw new InputException("id", $"«{id}» è un insieme del programma o di chi l'ha avviato: non si riscrive.",
                "Dargli un altro identificativo, e dire da quale parte in «base».");
        try
        {
            var set = RuleSet.Parse(text);
            return set.Id == id ? set : throw new InputException("id", $"il testo dice «{Shown.Of(set.Id)}», l'indirizzo «{id}».", "Scrivere lo stesso identificativo.");
        }
        catch (CoverageInputException bad)
        {
            throw new InputException(Field, bad.Message, "Correggere il testo; il formato è in docs/utente/regole.md.");
        }
    }

    private Task<AuditEntry> WriteAsync(
        string deed, string id, TerritoryContent next, TerritoryContent content, long revision, AuditActor actor, CancellationToken cancellationToken) => store.CommitAsync(
        new StoreCommit(actor.Does(deed)($"regole/{id}")) { Content = new ContentChange(next, ContentParts.Documents, null, new StoreReading(content, revision)) },
        cancellationToken);

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{0,63}$", RegexOptions.None, matchTimeoutMilliseconds: PatternTime.Milliseconds)]
    private static partial Regex Name();
}
