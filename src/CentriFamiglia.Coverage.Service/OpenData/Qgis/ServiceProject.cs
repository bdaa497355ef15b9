using CentriFamiglia.Coverage.Formats.Styles;
using CentriFamiglia.Coverage.Service.Layers;

namespace CentriFamiglia.Coverage.Service.OpenData.Qgis;

/// <summary>The project that reads every collection of the service by OGC API - Features: always what the service says now.</summary>
internal static class ServiceProject
{
    public const string Title = "Centri per la Famiglia (dal servizio)";

    // A page of a thousand comuni is some megabytes.
    private const int PageSize = 500;

    /// <summary>By group, collection: title, shape and the column that its style goes by; the columns with a name are labels.</summary>
    private static readonly (string Group, (string Name, string Title, StyleShape Shape, string Style, string Label)[] Layers)[] _groups =
    [
        ("Proposte",
        [
            ("proposte", "Proposte di nuove sedi", StyleShape.Point, "tipo", "comune"),
            ("effetti-proposte", "Effetti delle proposte", StyleShape.Point, "", "comune"),
        ]),
        ("Sedi e reti",
        [
            ("sedi", "Sedi, vere e dimostrative", StyleShape.Point, "role", "name"),
            ("reti", "Reti", StyleShape.Point, "esito", "name"),
            ("bacini", "Bacini delle sedi", StyleShape.Point, "role", "name"),
            ("bacini-reti", "Bacini delle reti", StyleShape.Point, "", "name"),
            ("fragilita", "Sedi più fragili", StyleShape.Point, "role", "name"),
            ("rilievi", "Rilievi sull'atto", StyleShape.Point, "esito", ""),
        ]),
        ("Copertura",
        [
            ("copertura-ambiti", "Copertura degli Ambiti", StyleShape.Area, "verdetto", "nome"),
            ("copertura-distretti", "Copertura dei Distretti", StyleShape.Area, "verdetto", "nome"),
            ("copertura-ats", "Copertura delle ATS", StyleShape.Area, "verdetto", "nome"),
            ("standard-locale", "Standard locale", StyleShape.Area, "", "nome"),
        ]),
        ("Tempi di viaggio",
        [
            ("lacune", "Minuti, comune per comune", StyleShape.Area, "minuti", "comune"),
            ("lacune-ambito", "Minuti medi degli Ambiti", StyleShape.Area, "minuti_medi", "nome"),
            ("lacune-distretto", "Minuti medi dei Distretti", StyleShape.Area, "minuti_medi", "nome"),
            ("lacune-ats", "Minuti medi delle ATS", StyleShape.Area, "minuti_medi", "nome"),
            ("bacini-comuni", "A quale sede va ogni comune", StyleShape.Area, "minuti", "comune"),
        ]),
        ("Misure di accesso",
        [
            ("misure", "Misure per comune", StyleShape.Area, "", "comune"),
            ("misure-ambito", "Misure per Ambito", StyleShape.Area, "", "nome"),
            ("misure-distretto", "Misure per Distretto", StyleShape.Area, "", "nome"),
            ("misure-ats", "Misure per ATS", StyleShape.Area, "", "nome"),
        ]),
        ("ATS: fondo e assetto",
        [
            ("riparto", "Riparto del fondo", StyleShape.Area, "", "ats"),
            ("assetto", "Assetto delle progettualità", StyleShape.Area, "", "ats"),
            ("dotazioni", "Spazi e accessibilità delle sedi", StyleShape.Area, "", "ats"),
        ]),
        ("Territorio",
        [
            ("punti", "Punti di domanda", StyleShape.Point, "", ""),
            ("ats", "ATS", StyleShape.Area, "", "nome"),
            ("distretti", "Distretti", StyleShape.Area, "", "nome"),
            ("ambiti", "Ambiti", StyleShape.Area, "", "nome"),
            ("comuni", "Comuni", StyleShape.Area, "", "nome"),
        ]),
    ];

    private static readonly string[] _visible = ["proposte", "sedi", "copertura-ambiti"];

    /// <summary>The collections that it has, in the order of the legend.</summary>
    public static IEnumerable<string> Names => _groups.SelectMany(g => g.Layers.Select(l => l.Name));

    /// <param name="root">Address of the service, without a slash at its end.</param>
    public static byte[] Write(string root) => QgisProject.Write(Title, [.. _groups.Select(g => new QgisGroup(
        g.Group,
        [.. g.Layers.Select(l => new QgisLayer(
            $"raccolta_{l.Name.Replace('-', '_')}",
            l.Title,
            "OAPIF",
            $"pagingEnabled='true' pageSize='{PageSize}' preferCoordinatesForWfsT11='false' typename='{l.Name}' url='{root}/ogc'",
            LayerStyles.Of(l.Title, l.Shape, l.Style, l.Label))
        {
            Visible = _visible.Contains(l.Name),
            ReadOnly = true,
        })])
    {
        Expanded = g.Layers.Any(l => _visible.Contains(l.Name)),
    })]);
}
