using System.Text;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Territory;

/// <summary>The levels at which figures are given. Ambito and Distretto both lie inside an ATS but do not nest in each other.</summary>
public enum AreaLevel
{
    Ambito,
    Distretto,
    Asst,
    Ats,
    Regione,
}

/// <summary>An area made by dissolving its comuni at one level.</summary>
/// <param name="Code">Stable key inside the level, see <see cref="AreaCode.From"/>; unique, compared ordinally.</param>
/// <param name="Name">The name as the membership table writes it.</param>
/// <param name="Ats">Name of the ATS the area belongs to; the area's own name at level Ats; empty for the region.</param>
/// <param name="Status">The weakest evidence among the memberships that made the area.</param>
/// <param name="Comuni">Codes of the member comuni, ascending.</param>
/// <param name="Boundary">Union of the members, Polygon or MultiPolygon, WGS84, SRID 4326.</param>
public sealed record Area(
    AreaLevel Level,
    string Code,
    string Name,
    string Ats,
    EvidenceStatus Status,
    ImmutableArray<ComuneCode> Comuni,
    Geometry Boundary);

/// <summary>No official code exists for Ambiti and Distretti: their key is made from the name.</summary>
public static class AreaCode
{
    /// <summary>ISTAT code of Lombardia, the key of the one area of level Regione.</summary>
    public const string Lombardia = "03";

    /// <summary>
    /// Lower-case ASCII letters and digits of the name, accents removed, every other run of characters one hyphen:
    /// <c>Valle Imagna - Villa d'Almè</c> gives <c>valle-imagna-villa-d-alme</c>.
    /// </summary>
    public static string From(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (char c in PlainText.WithoutAccents(name))
        {
            if (char.IsAsciiLetterOrDigit(c))
                slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }
}
