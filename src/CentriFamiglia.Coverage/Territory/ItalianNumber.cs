namespace CentriFamiglia.Coverage.Territory;

/// <summary>Numbers inside Italian sentences.</summary>
internal static class ItalianNumber
{
    public static string Minutes(double minutes) => minutes.ToString("0.##").Replace('.', ',');

    public static string Count(double persons) => Math.Round(persons, MidpointRounding.AwayFromZero).ToString("#,0").Replace(',', '.');
}
