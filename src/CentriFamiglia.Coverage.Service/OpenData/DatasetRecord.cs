using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Questions;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.OpenData;

/// <summary>What a catalogue is told of the data, whatever the form: one record, of one state of the store.</summary>
/// <param name="analysis">What the figures rest on.</param>
/// <param name="root">Address of the service, without a slash at its end.</param>
/// <param name="body">Public body that publishes it; null where nobody said so.</param>
internal sealed class DatasetRecord(Analysis analysis, string root, string? body)
{
    public const string Title = "Centri per la Famiglia in Lombardia: copertura territoriale";

    public const string Abstract = "Comuni, Ambiti, Distretti e ATS della Lombardia con i Centri per la Famiglia (Hub e Spoke), i verdetti di copertura secondo la "
        + "D.G.R. XII/1507/2023, i tempi di viaggio delle famiglie, le proposte di nuove sedi e il riparto del fondo.";

    public const string Licence = ProvenanceJson.Licence;

    public const string LicenceName = "Creative Commons Attribuzione 4.0 Internazionale (CC BY 4.0)";

    public const string NoBody = "Ente che pubblica il servizio (non ancora indicato: serve --ente)";

    public static ImmutableArray<string> Keywords { get; } = ["centri per la famiglia", "servizi sociali", "ATS", "ambiti territoriali sociali", "Lombardia", "accessibilità"];

    private readonly Provenance _provenance = new(analysis, Title, usesTravel: true, []);

    public string Root { get; } = root;

    public string Body { get; } = body ?? NoBody;

    /// <summary>The same for the same service, whatever its data.</summary>
    public const string Identifier = "centri-famiglia-copertura";

    /// <summary>Hash of the data that it describes.</summary>
    public string Version => analysis.Snapshot.Hash;

    /// <summary>When the figures were computed (UTC).</summary>
    public DateTimeOffset MadeAt => analysis.MadeAt;

    /// <summary>The day that the data are of.</summary>
    public DateOnly Day => analysis.Snapshot.AsOf;

    public IReadOnlyList<string> Attributions => _provenance.Attributions;

    public JsonObject Meta => _provenance.ToJson();

    /// <summary>Where the data come from, how sure they are, and what they must not be read without.</summary>
    public string Lineage => $"{ProvenanceJson.Line(Meta)}. Prova più debole dell'appartenenza dei comuni: {ProvenanceJson.EvidenceOf(analysis.Snapshot)}. "
        + $"Regole: {analysis.Rules.Title}. {string.Join(" ", _provenance.Warnings)}";

    /// <summary>Of all comuni; WGS84.</summary>
    public Envelope Extent
    {
        get
        {
            var extent = new Envelope();
            foreach (Geometry boundary in analysis.Snapshot.Comuni.Select(c => c.Boundary).OfType<Geometry>())
                extent.ExpandToInclude(boundary.EnvelopeInternal);
            return extent;
        }
    }

    /// <summary>The ways to have it: format as the EU names it, media type, address, Italian title.</summary>
    public ImmutableArray<Distribution> Distributions =>
    [
        new("ZIP", DataPackage.MediaType, $"{Root}/api/v1/pacchetto", "Il pacchetto: tutti gli strati in GeoPackage e CSV, con metadati e licenze"),
        new("JSON", "application/json", $"{Root}/ogc", "OGC API - Features"),
        .. LayerCatalog.Open.SelectMany(name => (Distribution[])
        [
            new("GPKG", RowForm.GeoPackage.MediaType, $"{Root}/catalogo/strati/{name}.gpkg", $"{name}, GeoPackage"),
            new("CSV", RowForm.Csv.MediaType, $"{Root}/catalogo/strati/{name}.csv", $"{name}, CSV"),
            new("GEOJSON", RowForm.GeoJson.MediaType, $"{Root}/catalogo/strati/{name}.geojson", $"{name}, GeoJSON"),
        ]),
    ];
}

/// <summary>One way to have the data.</summary>
/// <param name="Format">Last part of its address in the EU's table of file types.</param>
/// <param name="MediaType">As HTTP sends it.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Title">Italian.</param>
internal sealed record Distribution(string Format, string MediaType, string Address, string Title);
