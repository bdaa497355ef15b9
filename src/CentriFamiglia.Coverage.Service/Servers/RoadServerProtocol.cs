using System.Text.Json;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Service.Servers;

/// <summary>What a server says of a table that it does not make.</summary>
internal enum TableRefusal
{
    /// <summary>The request itself is wrong: a smaller one would be too.</summary>
    Wrong,

    /// <summary>Fewer places may do.</summary>
    TooMany,

    /// <summary>Two places are farther apart than it computes.</summary>
    TooFar,

    /// <summary>A place is not on its roads, or there is no way between two.</summary>
    NoWay,
}

/// <summary>How one kind of server is asked, and what its answers mean. What it says is not trusted: a size or number that cannot be is refused.</summary>
/// <param name="address">Whom to ask.</param>
internal abstract class RoadServerProtocol(RoadServerAddress address)
{
    /// <summary>What a wrong answer is told as.</summary>
    internal sealed class WrongAnswerException(string reason) : Exception(reason);

    public RoadServerAddress Address => address;

    /// <summary>Of a table, as such servers come.</summary>
    public abstract int MostPairs { get; }

    /// <summary>Of a table, origins and destinations together.</summary>
    public abstract int MostPlaces { get; }

    public static RoadServerProtocol Of(RoadServerAddress address) => address.Kind == RoadServerKind.Osrm ? new OsrmProtocol(address) : new ValhallaProtocol(address);

    public abstract HttpRequestMessage Table(IReadOnlyList<Place> from, IReadOnlyList<Place> to);

    /// <returns>Row-major; null where there is no way.</returns>
    /// <exception cref="WrongAnswerException">It is no such table.</exception>
    public abstract TravelCost?[] ReadTable(JsonElement answer, int rows, int columns);

    /// <summary>Asks how far places are from a road.</summary>
    public abstract HttpRequestMessage Locate(IReadOnlyList<Place> places);

    /// <returns>Metres to the nearest road; null where there is none.</returns>
    /// <exception cref="WrongAnswerException">It says nothing of the sort.</exception>
    public abstract double?[] ReadLocate(JsonElement answer, IReadOnlyList<Place> places);

    /// <summary>Asks which data the server has.</summary>
    public abstract HttpRequestMessage Version();

    /// <returns>Null where it does not say.</returns>
    public abstract string? ReadVersion(JsonElement answer);

    /// <param name="answer">What came with a status of 400; undefined where that was no JSON.</param>
    public abstract TableRefusal RefusalOf(JsonElement answer);

    /// <summary>In the server's own words; null for none.</summary>
    public abstract string? WordsOf(JsonElement answer);

    protected Uri Under(string path) => new(address.Root, path);

    protected static string Coordinate(double degrees) => degrees.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>The cells of a table of numbers, row by row.</summary>
    protected static IEnumerable<double?> Cells(JsonElement owner, string name, int rows, int columns)
    {
        JsonElement table = Member(owner, name, JsonValueKind.Array);
        if (table.GetArrayLength() != rows)
            throw new WrongAnswerException($"«{name}» ha {table.GetArrayLength()} righe e dovrebbe averne {rows}");
        foreach (JsonElement row in table.EnumerateArray())
        {
            if (row.ValueKind != JsonValueKind.Array || row.GetArrayLength() != columns)
                throw new WrongAnswerException($"una riga di «{name}» non ha {columns} numeri");
            foreach (JsonElement cell in row.EnumerateArray())
                yield return cell.ValueKind == JsonValueKind.Null ? null : Number(cell, name);
        }
    }

    protected static double Number(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && number >= 0 && number <= int.MaxValue / 2
            ? number
            : throw new WrongAnswerException($"«{name}» contiene {Shown.Of(value.GetRawText())}, che non è una durata o una distanza");

    protected static JsonElement Member(JsonElement owner, string name, JsonValueKind kind) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out JsonElement member) && member.ValueKind == kind
            ? member
            : throw new WrongAnswerException($"manca «{name}»");

    protected static string? Text(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out JsonElement member) && member.ValueKind == JsonValueKind.String
            ? Shown.Of(member.GetString()!)
            : null;

    /// <summary>A trip needs both its time and its length.</summary>
    protected static TravelCost?[] Costs(IEnumerable<double?> seconds, IEnumerable<double?> metres) =>
        [.. seconds.Zip(metres, (s, m) => s is { } time && m is { } length
            ? new TravelCost((int)Math.Round(time, MidpointRounding.AwayFromZero), (int)Math.Round(length, MidpointRounding.AwayFromZero))
            : (TravelCost?)null)];
}
