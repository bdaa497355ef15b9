namespace CentriFamiglia.Coverage.Service.Http.Answers;

/// <summary>Rows as the body of an answer.</summary>
internal static class LayerResponse
{
    public static async Task WriteAsync(HttpContext context, Layer layer, LayerFormat format)
    {
        context.Response.ContentType = format.ContentType;
        // A CSV holds no meta: its name says what it is.
        if (format.Name == "csv")
            context.Response.Headers.ContentDisposition = $"inline; filename=\"{layer.Name}.csv\"";
        using var body = new MemoryStream();
        format.Write(layer, body);
        context.Response.ContentLength = body.Length;
        body.Position = 0;
        await body.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
