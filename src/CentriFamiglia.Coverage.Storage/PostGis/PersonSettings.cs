using CentriFamiglia.Coverage.Records;

namespace CentriFamiglia.Coverage.Storage.PostGis;

/// <summary>What a transaction says of the person it works for: the policies of the database ask for it.</summary>
internal static class PersonSettings
{
    /// <summary>Sets all of them and becomes the role that the policies are for, until the transaction ends.</summary>
    public const string Statement =
        """
        select set_config('coverage.ats', $1, true), set_config('coverage.scrive_tutte', $2, true), set_config('coverage.scrive_sue', $3, true),
          set_config('coverage.legge_bozze', $4, true), set_config('coverage.legge_registro', $5, true), set_config('role', 'coverage_persona', true)
        """;

    private const char Separator = '|';

    private static readonly (string What, Deed[] Deeds)[] _writes =
    [
        ("territorio", [Deed.WriteTerritory]),
        (StoredRecord.Kinds.Of(RecordKind.Scenario), [Deed.Draft]),
        (StoredRecord.Kinds.Of(RecordKind.Run), [Deed.Draft]),
        ("pubblica", [Deed.Publish]),
        (StoredRecord.Kinds.Of(RecordKind.Decision), [Deed.Decide, Deed.Comment]),
        (StoredRecord.Kinds.Of(RecordKind.Link), [Deed.Share]),
        ("regole", [Deed.SetRules]),
    ];

    /// <summary>The values of <see cref="Statement"/>.</summary>
    public static object[] Of(Caller caller) =>
    [
        string.Join(Separator, caller.Ats),
        Written(caller, Reach.All),
        Written(caller, Reach.Own),
        RoleTable.Reaches.Of(caller.Of(Deed.ReadDrafts)),
        caller.May(Deed.ReadRegister) ? "si" : "no",
    ];

    private static string Written(Caller caller, Reach reach) =>
        string.Join(Separator, _writes.Where(w => w.Deeds.Any(d => caller.Of(d) == reach)).Select(w => w.What));
}
