using CentriFamiglia.Coverage.Service.Deciding.Audit;
using CentriFamiglia.Coverage.Service.Deciding.Runs;
using CentriFamiglia.Coverage.Service.Deciding.Scenarios;
using CentriFamiglia.Coverage.Service.Tests.Deciding;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;

namespace CentriFamiglia.Coverage.Service.Tests.Crashes;

/// <summary>What a store holds.</summary>
/// <param name="Entries">Of its register.</param>
/// <param name="State">All that the killed verbs change, as text.</param>
internal sealed record StoreLook(int Entries, string State)
{
    /// <summary>Looks, and makes sure that it is whole: every row, the register, the bytes of every run.</summary>
    public static async Task<StoreLook> AtAsync(string address)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        await using var desks = new OpenDesks(address);
        StoreVerification found = await desks.Store.VerifyAsync(cancel);
        found.FileProblem.ShouldBeNull();
        found.Tables.ShouldAllBe(t => t.Condition == TableCondition.Intact && t.Watched);
        StoreRegister register = await desks.Store.ReadRegisterAsync(cancel);
        AuditVerification.Of(register).ShouldNotContain(r => r.IsFault);

        (TerritoryContent content, _) = await desks.Store.ReadAsync(cancel);
        string state = $"{content.Matrix?.Sha256} {content.DemandPoints.Length}";
        foreach (SiteSet set in content.SiteSets)
            state += $"\n{set.Name} {TerritorySnapshot.Create(content, set.Name, new DateOnly(2026, 11, 1)).Hash} {set.Sites.Count(s => s.Status == SiteStatus.Planned)} planned";
        foreach (KeptScenario kept in await desks.Scenarios.ListAsync(cancel))
            state += $"\n{kept.Scenario.Id} {kept.Scenario.State}";
        foreach (KeptRun kept in await desks.Runs.ListAsync(cancel))
        {
            (await desks.Runs.ContentAsync(kept.Head, cancel)).Hash.ShouldBe(kept.Head.Hash);
            IEnumerable<string> decisions = (await desks.Decisions.OfAsync(kept.Head.Id, cancel)).Select(d => $"{d.Proposal} {d.Outcome}");
            state += $"\n{kept.Head.Hash} {kept.Head.IsPublished} {string.Join(", ", decisions)}";
        }

        return new StoreLook(register.Entries.Length, state);
    }
}
