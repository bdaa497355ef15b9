namespace CentriFamiglia.Coverage.Service.Http.Answers;

/// <summary>Rows as the body of an answer that is not kept.</summary>
internal static class LayerResponse
{
    public static Task WriteAsync(HttpContext context, Layer layer, LayerFormat format) => Answer.Of(layer, format).SendAsync(context);
}
