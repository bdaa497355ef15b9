using CentriFamiglia.Coverage.Import.Checks;

namespace CentriFamiglia.Coverage.Import.Kinds;

/// <summary>
/// Comuni with their boundaries. A known comune keeps what the file does not state (residents, class, seat); it keeps its boundary
/// too when the file has no geometry at all, or the same one but for the rounding of an export.
/// </summary>
internal static class ComuneImport
{
    /// <summary>Half a step of the seventh decimal, to which GeoJSON is rounded, and a little for the sum.</summary>
    private const double RoundingDegrees = 6e-8;

    public static void Run(TableReader table, ImportRun run)
    {
        Dictionary<ComuneCode, Comune> known = run.Content.Comuni.ToDictionary(c => c.Code);
        Dictionary<RowReader, ComuneCode> codes = ComuneRows.Read(table, row => ReadCode(row, known), (_, code) => code.Value);
        RepeatedIds.Refuse(table, run.Seen(ImportKind.Comuni), "pro_com_t");
        bool geometry = table.HasGeometry;
        Dictionary<ComuneCode, Comune> next = run.BeginReplacing(ImportKind.Comuni) ? [] : new(known);
        foreach (RowReader row in table.Rows.Where(r => !r.Refused))
        {
            Comune? comune = Read(row, codes[row], known.GetValueOrDefault(codes[row]), geometry, run.Request.Epsg);
            if (!row.Refused)
                next[codes[row]] = comune!;
        }

        run.Content = run.Content with { Comuni = [.. next.Values.OrderBy(c => c.Code)] };
        BoundaryRemarks.Report(table, run);
    }

    private static ComuneCode? ReadCode(RowReader row, Dictionary<ComuneCode, Comune> known)
    {
        if (row.Required("pro_com_t", "Scrivere il codice ISTAT del comune, sei cifre, come testo.") is not { } written)
            return null;
        string text = CodeText.Of(written);
        if (ComuneCode.TryParse(text, out ComuneCode code))
        {
            if (known.ContainsKey(code) || Provinces.OfLombardia(text))
                return code;
            row.Refuse(IssueCodes.OtherRegion, "pro_com_t", $"il codice {code} non è di una provincia della Lombardia");
            return null;
        }

        if (text.Length < 6 && text.All(char.IsAsciiDigit) && ComuneCode.TryParse(text.PadLeft(6, '0'), out ComuneCode padded) && known.TryGetValue(padded, out Comune? comune))
        {
            row.Mend(IssueCodes.ZerosLost, "pro_com_t", $"zeri iniziali persi: {text} letto come {padded} ({comune.Name})");
            return padded;
        }

        row.Refuse(IssueCodes.CodeNotValid, "pro_com_t", $"«{text}» non è un codice ISTAT di comune");
        return null;
    }

    private static Comune? Read(RowReader row, ComuneCode code, Comune? old, bool fileHasGeometry, int? epsg)
    {
        string? name = row.Required("nome", "Scrivere il nome del comune.");
        Geometry? boundary = old is not null && !fileHasGeometry ? old.Boundary : BoundaryReader.Read(row, epsg);
        if (boundary is not null && old is not null && SameButRounded(boundary, old.Boundary))
            boundary = old.Boundary;
        SnaiClass? snai = old?.Class;
        if (row.Has("classe_snai"))
            snai = row.Text("classe_snai") is null ? null : row.Word("classe_snai", Words.Snai, SnaiClass.F);
        int? urban = row.WholeOr("grado_urbanizzazione", old?.UrbanDegree);
        if (urban is < 1 or > 3)
            row.Refuse(IssueCodes.UrbanDegree, "grado_urbanizzazione", "il grado di urbanizzazione è 1, 2 o 3");
        Comune comune = new()
        {
            Code = code,
            Name = name ?? "",
            Boundary = boundary ?? Polygon.Empty,
            Province = Province(row, old),
            Residents = row.WholeOr("residenti", old?.Residents),
            Families = row.WholeOr("famiglie", old?.Families),
            AreaKm2 = row.NotNegativeOr("superficie_km2", old?.AreaKm2),
            AltitudeMetres = row.Has("altitudine_m") ? row.Table.Number(row, "altitudine_m") : old?.AltitudeMetres,
            UrbanDegree = urban,
            Ages = AgeImport.Of(row, old?.Ages),
            Class = snai,
            Seat = row.Has("sede_lon") && row.Has("sede_lat") ? ReadSeat(row, boundary) : old?.Seat,
        };
        return row.Refused ? null : comune;
    }

    /// <summary>The store keeps the two letters; a file may have the name of the province instead, or both.</summary>
    private static string? Province(RowReader row, Comune? old)
    {
        if (row.Has("sigla"))
            return row.Text("sigla");
        string? written = row.TextOr("provincia", old?.Province);
        return written is null or { Length: 2 } ? written : old?.Province;
    }

    private static Seat? ReadSeat(RowReader row, Geometry? boundary)
    {
        double? lon = row.Table.Number(row, "sede_lon");
        double? lat = row.Table.Number(row, "sede_lat");
        if (lon is null && lat is null)
            return null;
        if (lon is null || lat is null)
        {
            row.Refuse(IssueCodes.SeatHalfGiven, "sede_lon", "del centro del comune c'è una sola coordinata");
            return null;
        }

        if (boundary is not null && (Math.Abs(lat.Value) > 90 || Metres.To(boundary, lon.Value, lat.Value) > PlaceCheck.ToleranceMetres))
            row.Refuse(IssueCodes.SeatOutside, "sede_lon", "il centro del comune è fuori dal suo confine");
        return new Seat(lon.Value, lat.Value, row.Text("sede_fonte") ?? "importata");
    }

    private static bool SameButRounded(Geometry read, Geometry old)
    {
        if (read.NumPoints != old.NumPoints)
            return false;
        Geometry a = read.Copy();
        Geometry b = (old is MultiPolygon { NumGeometries: 1 } ? old.GetGeometryN(0) : old).Copy();
        a.Normalize();
        b.Normalize();
        return a.EqualsExact(b, RoundingDegrees);
    }
}
