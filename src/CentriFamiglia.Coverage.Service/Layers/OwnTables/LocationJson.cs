using System.Text.Encodings.Web;
using System.Text.Json;
using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Service.Layers.OwnTables;

/// <summary>The answer of <c>locate</c>: a bare object with the names of sites and demands as text.</summary>
internal static class LocationJson
{
    public static byte[] Write(string problem, CostMatrix costs, LocationResult result, double seconds)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("problem", problem);
            json.WriteString("status", StatusText(result.Status));
            Number(json, "objective", result.Objective);
            Number(json, "bound", result.Bound);
            Number(json, "gap", result.Gap);
            if (problem == "lscp-b")
            {
                Number(json, "backup_weight", result.BackupWeight);
                Number(json, "backup_bound", result.BackupBound);
            }

            json.WriteStartArray("sites");
            Names(json, result.Sites, costs.Sites);
            json.WriteNumber("candidates_considered", result.CandidatesConsidered);
            json.WriteStartArray("alternates");
            foreach (ImmutableArray<int> sites in result.Alternates)
            {
                json.WriteStartArray();
                Names(json, sites, costs.Sites);
            }

            json.WriteEndArray();
            json.WriteBoolean("alternates_complete", result.AlternatesComplete);
            json.WriteStartArray("unreachable_demands");
            Names(json, result.UnreachableDemands, costs.Demands);
            json.WriteNumber("nodes", result.Nodes);
            json.WriteNumber("seconds", Math.Round(seconds, 3));
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static string StatusText(LocationStatus status) => status switch
    {
        LocationStatus.Optimal => "optimal",
        LocationStatus.Feasible => "feasible",
        LocationStatus.Infeasible => "infeasible",
        _ => "unknown",
    };

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    private static void Names(Utf8JsonWriter json, ImmutableArray<int> indices, ImmutableArray<string> names)
    {
        foreach (int index in indices)
            json.WriteStringValue(names[index]);
        json.WriteEndArray();
    }
}
