namespace CentriFamiglia.Coverage.Formats.Xlsx;

public static class LayerXlsx
{
    public static void Write(Layer layer, Stream stream, DateTimeOffset date) => throw new NotSupportedException(layer.Name + stream + date);
}
