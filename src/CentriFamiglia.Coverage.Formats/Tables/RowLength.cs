namespace CentriFamiglia.Coverage.Formats.Tables;

internal static class RowLength
{
    /// <exception cref="ArgumentException">A row holds more or fewer values than the layer has columns.</exception>
    public static void Check(Layer layer, LayerRow row)
    {
        if (row.Values.Length != layer.Columns.Length)
            throw new ArgumentException($"Layer {layer.Name}: {row.Values.Length} values for {layer.Columns.Length} columns.", nameof(row));
    }
}
