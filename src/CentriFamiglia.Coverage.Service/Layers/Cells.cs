using System.Globalization;

namespace CentriFamiglia.Coverage.Service.Layers;

/// <summary>Values as every layer writes them.</summary>
internal static class Cells
{
    public static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
