using System.Text;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.SignIn;
using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Ogc.Collections;
using CentriFamiglia.Coverage.Service.Ogc.Documents;
using CentriFamiglia.Coverage.Service.Ogc.Features;
using CentriFamiglia.Coverage.Service.Ogc.Pages;

namespace CentriFamiglia.Coverage.Service.Http.Ogc;

/// <summary>OGC API - Features under <c>/ogc</c>: every layer that has shapes, for programs that know the standard.</summary>
internal sealed class OgcApi(OgcAnswers answers, HeldLayers layers, StoredQueries stored)
{
    private const string Html = OgcMedia.Html + "; charset=utf-8";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = ActivatorUtilities.CreateInstance<OgcApi>(routes.ServiceProvider);
        RouteGroupBuilder ogc = routes.MapGroup(OgcRequest.Path);
        ogc.ExcludeFromDescription().Needing(Deed.ReadFigures);
        ogc.MapRead("", (HttpContext context) => api.DocumentAsync(context, OgcMedia.Json, d => d.Landing(), p => p.Landing()));
        ogc.MapRead("/conformance", (HttpContext context) => api.DocumentAsync(context, OgcMedia.Json, d => d.Conformance(), p => p.Conformance()));
        ogc.MapRead("/collections", (HttpContext context) => api.DocumentAsync(context, OgcMedia.Json, d => d.Collections(), p => p.Collections()));
        ogc.MapRead("/api", (HttpContext context) => api.DescriptionAsync(context));
        ogc.MapRead("/stile.css", () => Results.Content(OgcStyle.Sheet, "text/css; charset=utf-8"));
        RouteGroupBuilder one = ogc.MapGroup("/collections/{id}");
        one.MapRead("", (HttpContext context, string id) =>
        {
            OgcCollection collection = OgcRequest.CollectionOf(id);
            return api.DocumentAsync(context, OgcMedia.Json, d => d.Collection(collection), p => p.Collection(collection), collection.Check);
        });
        one.MapRead("/queryables", (HttpContext context, string id) =>
            api.SchemaAsync(context, OgcRequest.CollectionOf(id), OgcSchemas.Queryables, (p, c, s) => p.Queryables(c, s)));
        one.MapRead("/schema", (HttpContext context, string id) =>
            api.SchemaAsync(context, OgcRequest.CollectionOf(id), OgcSchemas.Feature, (p, c, s) => p.Schema(c, s)));
        one.MapRead("/items", (HttpContext context, string id) => api.ItemsAsync(context, OgcRequest.CollectionOf(id)));
        one.MapRead("/items/{**feature}", (HttpContext context, string id, string? feature) => api.ItemAsync(context, OgcRequest.CollectionOf(id), feature ?? ""));
    }

    private Task DocumentAsync(HttpContext context, string media, Func<OgcDocuments, JsonObject> json, Func<CollectionPages, string> html, Action<Analysis>? check = null)
    {
        var asked = OgcRequest.Of(context);
        asked.CheckOnly("f");
        return answers.SendAsync(context, asked, null, (loaded, _) =>
        {
            Analysis analysis = layers.AnalysisOf(loaded);
            check?.Invoke(analysis);
            return asked.IsHtml ? PageOf(html(PagesOf(asked, analysis))) : JsonOf(media, json(new OgcDocuments(asked.Addresses, analysis)));
        });
    }

    private Task DescriptionAsync(HttpContext context)
    {
        var asked = OgcRequest.Of(context);
        asked.CheckOnly("f");
        return answers.SendAsync(context, asked, null, (loaded, _) => asked.IsHtml
            ? PageOf(ApiPage.Of(asked.Addresses, FootOf(layers.AnalysisOf(loaded))))
            : JsonOf(OgcMedia.OpenApi, new OpenApiDocument(
                asked.Addresses, OgcCollections.Of(layers.AnalysisOf(loaded)), c => layers.SchemaOf(loaded, c), c => c.TakesLong ? null : layers.Of(loaded, c)).Make()));
    }

    private Task SchemaAsync(
        HttpContext context,
        OgcCollection collection,
        Func<OgcCollection, FeatureSchema, OgcAddresses, JsonObject> json,
        Func<CollectionPages, OgcCollection, FeatureSchema, string> html)
    {
        var asked = OgcRequest.Of(context);
        asked.CheckOnly("f");
        return answers.SendAsync(context, asked, null, (loaded, _) =>
        {
            FeatureSchema schema = layers.SchemaOf(loaded, collection);
            return asked.IsHtml
                ? PageOf(html(PagesOf(asked, layers.AnalysisOf(loaded)), collection, schema))
                : JsonOf(OgcMedia.Schema, json(collection, schema, asked.Addresses));
        });
    }

    private Task ItemsAsync(HttpContext context, OgcCollection collection)
    {
        var asked = OgcRequest.Of(context, FeatureFile.Formats);
        bool inFile = !OgcFormat.Usual.Contains(asked.Format, StringComparer.Ordinal);
        return answers.SendAsync(context, asked, collection, (loaded, stop) =>
        {
            HeldLayer layer = layers.Of(loaded, collection, asked.Scope);
            FeatureQuery query = FeatureQueryReader.Read(asked.Values, layer.Schema, inFile);
            var page = FeaturePage.Of(query, layer, q => stored.Select(q, layer, loaded, stop), stop);
            if (inFile)
                return FeatureFile.Of(page, asked);
            (string Name, string? Value)? next = page.HasNext ? ("offset", Whole(query.Offset + page.Features.Length)) : null;
            (string Name, string? Value)? previous = query.Offset > 0 ? ("offset", query.Offset <= query.Limit ? null : Whole(query.Offset - query.Limit)) : null;
            if (asked.IsHtml)
            {
                return PageOf(GroundOf(asked, loaded).Items(
                    page, asked.With(("f", "json")), AddressOf(asked, next, "html"), AddressOf(asked, previous, "html"),
                    [.. OgcMedia.Files.Select(form => (AddressOfFile(asked, form.Form), form.Title))]));
            }

            JsonArray links =
            [
                OgcDocuments.Link(asked.With(("f", "json")), "self", OgcMedia.GeoJson, "Questi elementi"),
                OgcDocuments.Link(asked.With(("f", "html")), "alternate", OgcMedia.Html, "Gli stessi, da leggere"),
                OgcDocuments.Link(asked.Addresses.Collection(collection.Id), "collection", OgcMedia.Json, collection.Title),
                .. OgcMedia.Files.Select(f => OgcDocuments.Link(AddressOfFile(asked, f.Form), "alternate", f.Form.MediaType, $"Tutti, in un file {f.Title}")),
            ];
            if (AddressOf(asked, next, "json") is { } after)
                links.Add(OgcDocuments.Link(after, "next", OgcMedia.GeoJson, "Elementi successivi"));
            if (AddressOf(asked, previous, "json") is { } before)
                links.Add(OgcDocuments.Link(before, "prev", OgcMedia.GeoJson, "Elementi precedenti"));
            return Answer.Of(OgcMedia.GeoJson, FeatureDocuments.Write(page, links, DateTimeOffset.UtcNow), Coding.Plain) with { Crs = query.Crs.Uri };
        });
    }

    private Task ItemAsync(HttpContext context, OgcCollection collection, string feature)
    {
        var asked = OgcRequest.Of(context);
        asked.CheckOnly("f", "crs", "properties");
        return answers.SendAsync(context, asked, collection, (loaded, _) =>
        {
            HeldLayer layer = layers.Of(loaded, collection, asked.Scope);
            FeatureQuery query = FeatureQueryReader.Read(asked.Values, layer.Schema);
            int index = layer.FindInPath(feature) ?? throw new ProblemException(new Problem(
                StatusCodes.Status404NotFound, "Elemento inesistente", $"'{Shown.Of(feature)}' non è un elemento di {collection.Id}.", "featureId",
                "Gli identificativi sono nel membro id degli elementi."));
            if (asked.IsHtml)
                return PageOf(GroundOf(asked, loaded).Item(layer, index, asked.With(("f", "json"))));
            JsonArray links =
            [
                OgcDocuments.Link(asked.With(("f", "json")), "self", OgcMedia.GeoJson, "Questo elemento"),
                OgcDocuments.Link(asked.With(("f", "html")), "alternate", OgcMedia.Html, "Lo stesso, da leggere"),
                OgcDocuments.Link(asked.Addresses.Collection(collection.Id), "collection", OgcMedia.Json, collection.Title),
            ];
            return Answer.Of(OgcMedia.GeoJson, FeatureDocuments.WriteOne(layer, index, query, links), Coding.Plain) with { Crs = query.Crs.Uri };
        });
    }

    private FeaturePages GroundOf(OgcRequest asked, LoadedStore loaded)
    {
        HeldLayer ats = layers.Of(loaded, OgcRequest.CollectionOf("ats"));
        return new FeaturePages(asked.Addresses, [.. Enumerable.Range(0, ats.Count).Select(i => ats[i].Geometry).OfType<NetTopologySuite.Geometries.Geometry>()]);
    }

    private static string? AddressOf(OgcRequest asked, (string Name, string? Value)? change, string format) =>
        change is { } changed ? asked.With(changed, ("f", format)) : null;

    /// <summary>All features, not those of this page.</summary>
    private static string AddressOfFile(OgcRequest asked, RowForm form) => asked.With(("f", form.Name), ("limit", null), ("offset", null), ("crs", null));

    private static CollectionPages PagesOf(OgcRequest asked, Analysis analysis) => new(asked.Addresses, OgcCollections.Of(analysis), FootOf(analysis));

    private static string? FootOf(Analysis analysis) => ProvenanceJson.Line(new Provenance(analysis, OgcDocuments.Title, usesTravel: false, []).ToJson());

    public static Answer PageOf(string html) => Answer.Of(Html, Encoding.UTF8.GetBytes(html), Coding.Plain);

    public static Answer JsonOf(string media, JsonObject json) => Answer.Of(media, Encoding.UTF8.GetBytes(json.ToJsonString(ServiceJson.Options)), Coding.Plain);

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
