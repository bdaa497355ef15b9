using System.Text.Json;
using System.Text.Json.Nodes;

namespace CentriFamiglia.Coverage.Findings;

/// <summary>Why an area may stay below the local standard for a while. It always ends.</summary>
/// <param name="Level">Ambito or Distretto.</param>
/// <param name="Code">Key of the area in its level.</param>
/// <param name="Reason">Italian: why.</param>
/// <param name="Who">Who answers for it.</param>
/// <param name="Until">Last day on which it holds.</param>
public sealed record StandardWaiver(AreaLevel Level, string Code, string Reason, string Who, DateOnly Until)
{
    public string Id => $"{Level.ToText()}/{Code}";
}

/// <summary>The exceptions to the local standard, one per area. A planning record, kept in the store as a document.</summary>
public sealed class ExceptionRegister
{
    private ExceptionRegister(ImmutableArray<StandardWaiver> exceptions) => Exceptions = exceptions;

    public static ExceptionRegister Empty { get; } = new([]);

    /// <summary>By id, ordinally.</summary>
    public ImmutableArray<StandardWaiver> Exceptions { get; }

    public static ExceptionRegister Of(IEnumerable<StandardWaiver> exceptions) =>
        new([.. exceptions.OrderBy(e => e.Id, StringComparer.Ordinal)]);

    /// <summary>The register that a content holds; empty where it holds none.</summary>
    /// <exception cref="CoverageInputException">The document is broken.</exception>
    public static ExceptionRegister In(TerritoryContent content)
    {
        if (!content.Documents.TryGetValue(DocumentKeys.Exceptions, out string? json))
            return Empty;
        try
        {
            return Of(JsonNode.Parse(json)!.AsArray().Select(Read));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or NullReferenceException or ArgumentException)
        {
            throw new CoverageInputException("Il registro delle eccezioni nell'archivio è danneggiato: reimportarlo con --as eccezioni --replace.", e);
        }
    }

    /// <summary>The content with this register.</summary>
    public TerritoryContent PutIn(TerritoryContent content) => content with
    {
        Documents = Exceptions.IsEmpty ? content.Documents.Remove(DocumentKeys.Exceptions) : content.Documents.SetItem(DocumentKeys.Exceptions, ToJson()),
    };

    private string ToJson() => new JsonArray([.. Exceptions.Select(e => new JsonObject
    {
        ["livello"] = e.Level.ToText(),
        ["codice"] = e.Code,
        ["motivo"] = e.Reason,
        ["responsabile"] = e.Who,
        ["fino_al"] = e.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    })]).ToJsonString();

    private static StandardWaiver Read(JsonNode? node) => new(
        (string)node!["livello"]! == AreaLevel.Distretto.ToText() ? AreaLevel.Distretto : AreaLevel.Ambito,
        (string)node["codice"]!,
        (string)node["motivo"]!,
        (string)node["responsabile"]!,
        DateOnly.ParseExact((string)node["fino_al"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
