using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.OpenData;
using CentriFamiglia.Coverage.Service.Ogc.Crs;
using CentriFamiglia.Coverage.Service.Ogc.Documents;
using CentriFamiglia.Coverage.Service.Ogc.Features;

namespace CentriFamiglia.Coverage.Service.Http.Ogc;

/// <summary>The features of a query as one file, as <c>export</c> writes it: all of them, not a page.</summary>
internal static class FeatureFile
{
    /// <summary>Formats of <c>/items</c>, the usual one first.</summary>
    public static ImmutableArray<string> Formats { get; } = [.. OgcFormat.Usual, .. OgcMedia.Files.Select(f => f.Form.Name)];

    /// <exception cref="InputException">There are too many rows for an answer, or they are wanted in another CRS.</exception>
    public static Answer Of(FeaturePage page, OgcRequest asked)
    {
        if (page.Query.Crs != OgcCrs.Crs84)
            throw new InputException("crs", "un file ha le coordinate in WGS 84.", "Togliere crs, o chiedere f=json.");
        if (page.Features.Length > FeatureQuery.MostInFile)
        {
            throw new InputException("limit", $"gli elementi sono {page.Matched}: un file da qui ne porta al più {FeatureQuery.MostInFile}.",
                $"Scegliere con filter o bbox, dire limit e offset, o usare coverage export {page.Layer.Collection.Id}.");
        }

        IEnumerable<KeyValuePair<string, string>> chosen = asked.Values.Where(v => v.Key != "f").OrderBy(v => v.Key, StringComparer.Ordinal);
        Layer rows = ExportedLayer.Of(ChosenRows.Of(page.Layer.Whole, page.Features, page.Layer.InWhole(page.Query.Columns), chosen));
        return Answer.Of(rows, LayerFormat.All.First(f => f.Name == asked.Format), Coding.Plain);
    }
}
