using CentriFamiglia.Coverage.Formats.VectorTiles;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.SignIn;
using CentriFamiglia.Coverage.Service.Ogc.Collections;
using CentriFamiglia.Coverage.Service.Ogc.Documents;
using CentriFamiglia.Coverage.Service.Ogc.Features;
using CentriFamiglia.Coverage.Service.Ogc.Tiles;

namespace CentriFamiglia.Coverage.Service.Http.Ogc;

/// <summary>OGC API - Tiles under <c>/ogc</c>: vector tiles of every collection, and what says how to ask for them.</summary>
internal sealed class TileApi(OgcAnswers answers, HeldLayers layers, TileMaker tiles)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = ActivatorUtilities.CreateInstance<TileApi>(routes.ServiceProvider);
        RouteGroupBuilder ogc = routes.MapGroup(OgcRequest.Path);
        ogc.ExcludeFromDescription().Needing(Deed.ReadFigures);
        ogc.MapRead("/tileMatrixSets", (HttpContext context) => api.SchemeAsync(context, d => d.MatrixSets()));
        ogc.MapRead("/tileMatrixSets/{scheme}", (HttpContext context, string scheme) =>
        {
            CheckScheme(scheme);
            return api.SchemeAsync(context, _ => TileDocuments.MatrixSet());
        });
        RouteGroupBuilder sets = ogc.MapGroup("/collections/{id}/tiles");
        sets.MapRead("", (HttpContext context, string id) =>
        {
            OgcCollection collection = OgcRequest.CollectionOf(id);
            return api.SchemeAsync(context, d => d.TileSetsOf(collection), collection.Check);
        });
        sets.MapRead("/{scheme}", (HttpContext context, string id, string scheme) => api.SetAsync(context, OgcRequest.CollectionOf(id), scheme));
        sets.MapRead("/{scheme}/style", (HttpContext context, string id, string scheme) => api.StyleAsync(context, OgcRequest.CollectionOf(id), scheme));
        sets.MapRead("/{scheme}/{matrix}/{row}/{column}", (HttpContext context, string id, string scheme, string matrix, string row, string column) =>
        {
            OgcCollection collection = OgcRequest.CollectionOf(id);
            CheckScheme(scheme);
            return api.TileAsync(context, collection, TileReading.Read(matrix, row, column));
        });
    }

    private Task SchemeAsync(HttpContext context, Func<TileDocuments, JsonObject> make, Action<Analysis>? check = null)
    {
        var asked = OgcRequest.Of(context, "json");
        asked.CheckOnly("f");
        return answers.SendAsync(context, asked, null, (loaded, _) =>
        {
            check?.Invoke(layers.AnalysisOf(loaded));
            return OgcApi.JsonOf(OgcMedia.Json, make(DocumentsOf(asked, loaded)));
        });
    }

    private Task SetAsync(HttpContext context, OgcCollection collection, string scheme)
    {
        CheckScheme(scheme);
        var asked = OgcRequest.Of(context, "json", "tilejson");
        asked.CheckOnly("f");
        return answers.SendAsync(context, asked, null, (loaded, _) =>
        {
            FeatureSchema schema = layers.SchemaOf(loaded, collection);
            string attribution = new OgcDocuments(asked.Addresses, layers.AnalysisOf(loaded)).Attribution;
            TileDocuments documents = DocumentsOf(asked, loaded);
            return asked.Format == "tilejson"
                ? OgcApi.JsonOf(OgcMedia.TileJson, documents.TileJson(collection, schema, attribution))
                : OgcApi.JsonOf(OgcMedia.Json, documents.TileSetOf(collection, schema, attribution));
        });
    }

    private Task StyleAsync(HttpContext context, OgcCollection collection, string scheme)
    {
        CheckScheme(scheme);
        var asked = OgcRequest.Of(context, "json");
        asked.CheckOnly("f");
        return answers.SendAsync(context, asked, null, (loaded, _) =>
            OgcApi.JsonOf(OgcMedia.Style, TileStyle.Of(collection, layers.SchemaOf(loaded, collection), asked.Addresses)));
    }

    private Task TileAsync(HttpContext context, OgcCollection collection, TileAddress tile)
    {
        var asked = OgcRequest.Of(context, "mvt");
        asked.CheckOnly("f", FeatureQueryReader.Properties, OgcRequest.Version);
        return answers.SendAsync(context, asked, collection, (loaded, stop) =>
        {
            HeldLayer layer = layers.Of(loaded, collection, asked.Scope);
            // An empty list asks for borders alone.
            ImmutableArray<int>? columns = asked.Values.GetValueOrDefault(FeatureQueryReader.Properties) is "" ? [] : FeatureQueryReader.ColumnsOf(asked.Values, layer.Schema);
            byte[] bytes = tiles.Make(loaded, layer, tile, columns, stop);
            return Answer.Of(VectorTileFile.MediaType, bytes, Coding.Plain) with { IsNothing = bytes.Length == 0 };
        });
    }

    private TileDocuments DocumentsOf(OgcRequest asked, LoadedStore loaded) => new(asked.Addresses, OgcDocuments.Extent(layers.AnalysisOf(loaded)));

    /// <exception cref="ProblemException">There is no such scheme.</exception>
    private static void CheckScheme(string scheme)
    {
        if (scheme != TileDocuments.Scheme)
        {
            throw new ProblemException(new Problem(
                StatusCodes.Status404NotFound, "Schema di tessere inesistente", $"'{Shown.Of(scheme)}' non è uno schema di tessere di questi dati.", "tileMatrixSetId",
                $"L'unico schema è {TileDocuments.Scheme}."));
        }
    }
}
