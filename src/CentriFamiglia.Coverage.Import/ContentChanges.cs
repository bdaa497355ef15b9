namespace CentriFamiglia.Coverage.Import;

/// <summary>Which parts of two contents differ in value, so that an import of what is known writes nothing.</summary>
internal static class ContentChanges
{
    public static ContentParts Between(TerritoryContent before, TerritoryContent after)
    {
        ContentParts changed = ContentParts.None;
        if (!before.Comuni.SequenceEqual(after.Comuni))
            changed |= ContentParts.Comuni;
        if (!before.Memberships.SequenceEqual(after.Memberships))
            changed |= ContentParts.Memberships;
        if (!before.DemandPoints.SameAs(after.DemandPoints))
            changed |= ContentParts.DemandPoints;
        if (!before.SiteSets.SequenceEqual(after.SiteSets, SameSet))
            changed |= ContentParts.SiteSets;
        if (!before.Areas.Equals(after.Areas))
            changed |= ContentParts.Areas;
        if (!before.Documents.SequenceEqual(after.Documents))
            changed |= ContentParts.Documents;
        if (!before.Declarations.SequenceEqual(after.Declarations))
            changed |= ContentParts.Declarations;
        if (before.Matrix?.Sha256 != after.Matrix?.Sha256)
            changed |= ContentParts.Matrix;
        return changed;
    }

    /// <summary>Whether the same comuni have the same boundaries, so that the areas they make are the same too.</summary>
    public static bool SameBoundaries(IReadOnlyCollection<Comune> before, IReadOnlyCollection<Comune> after) =>
        before.Select(c => (c.Code, c.Boundary)).SequenceEqual(after.Select(c => (c.Code, c.Boundary)));

    private static bool SequenceEqual(this IEnumerable<SiteSet> before, IEnumerable<SiteSet> after, Func<SiteSet, SiteSet, bool> same) =>
        before.Count() == after.Count() && before.Zip(after).All(pair => same(pair.First, pair.Second));

    private static bool SameSet(SiteSet a, SiteSet b) =>
        (a.Name, a.Active) == (b.Name, b.Active) && a.CompleteFor.SequenceEqual(b.CompleteFor) && a.Sites.SequenceEqual(b.Sites) && a.Networks.SequenceEqual(b.Networks);
}
