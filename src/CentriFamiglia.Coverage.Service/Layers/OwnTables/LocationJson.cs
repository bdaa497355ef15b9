using System.Text.Encodings.Web;
using System.Text.Json;
using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Service.Layers.OwnTables;

/// <summary>The answer of <c>locate</c>: a bare object with the names of sites and demands as text.</summary>
internal static class LocationJson
{
    public static byte[] Write(string problem, LocationProblem asked, LocationResult result, double seconds)
    {
        CostMatrix costs = asked.Costs;
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
            if (result.Status == LocationStatus.Infeasible)
            {
                Number(json, "sites_enough", result.SitesEnough);
                Number(json, "sites_at_least", result.SitesAtLeast);
            }

            if (asked.Nearest > 1)
                json.WriteNumber("nearest", asked.Nearest);
            if (!asked.Capacities.IsDefault)
                Assignment(json, asked, result);
            json.WriteNumber("nodes", result.Nodes);
            json.WriteNumber("seconds", Math.Round(seconds, 3));
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Assignment(Utf8JsonWriter json, LocationProblem asked, LocationResult result)
    {
        json.WriteString("assignment_kind", asked.Split ? "split" : "single");
        json.WriteStartArray("assignment");
        foreach ((int demand, int site, double share) in result.Assignment)
        {
            json.WriteStartObject();
            json.WriteString("demand", asked.Costs.Demands[demand]);
            json.WriteString("site", asked.Costs.Sites[site]);
            json.WriteNumber("share", Math.Round(share, 9));
            json.WriteEndObject();
        }

        json.WriteEndArray();
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
